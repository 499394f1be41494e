package org.citycertification.scoring.scorecard.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;

/**
 * One pass over an edition: own rules first, prerequisites after them. An edition has no circle of prerequisites, so
 * following them ends.
 */
final class Evaluation {

    private final Map<CriterionCode, Criterion> criteria = new LinkedHashMap<>();
    private final Map<CriterionCode, InputsUsed> inputs = new HashMap<>();
    private final Map<CriterionCode, CriterionResult> results = new HashMap<>();
    private final Map<CriterionCode, Boolean> attainable = new HashMap<>();

    Evaluation(Edition edition, Assessment assessment) {
        for (var criterion : edition.criteria()) {
            criteria.put(criterion.code(), criterion);
            inputs.put(
                    criterion.code(),
                    assessment
                            .to(criterion.code())
                            .map(answer -> InputsUsed.of(criterion, answer))
                            .orElse(InputsUsed.NONE));
        }
    }

    List<CriterionResult> results() {
        return criteria.values().stream().map(this::result).toList();
    }

    /** How many criteria would be met if every unanswered one turned out to be met. */
    int attainable() {
        return (int) criteria.values().stream().filter(this::isAttainable).count();
    }

    private CriterionResult result(Criterion criterion) {
        var known = results.get(criterion.code());
        if (known != null) {
            return known;
        }
        var used = inputs.getOrDefault(criterion.code(), InputsUsed.NONE);
        var shortfalls = new ArrayList<>(CriterionRules.shortfalls(criterion, used));
        var outcome = shortfalls.isEmpty() ? Outcome.BLOCKED : Outcome.NOT_MET;
        for (var prerequisite : prerequisites(criterion)) {
            if (result(prerequisite).outcome() != Outcome.MET) {
                shortfalls.add(new Shortfall.PrerequisiteUnmet(criterion.code(), prerequisite.code()));
            }
        }
        var settled = used.answered() ? outcome : Outcome.UNKNOWN;
        var result = CriterionResult.of(criterion, shortfalls.isEmpty() ? Outcome.MET : settled, used, shortfalls);
        results.put(criterion.code(), result);
        return result;
    }

    private boolean isAttainable(Criterion criterion) {
        var known = attainable.get(criterion.code());
        if (known != null) {
            return known;
        }
        var used = inputs.getOrDefault(criterion.code(), InputsUsed.NONE);
        boolean own =
                !used.answered() || CriterionRules.shortfalls(criterion, used).isEmpty();
        boolean all = own && prerequisites(criterion).stream().allMatch(this::isAttainable);
        attainable.put(criterion.code(), all);
        return all;
    }

    private List<Criterion> prerequisites(Criterion criterion) {
        return criterion.prerequisites().stream()
                .flatMap(code -> Stream.ofNullable(criteria.get(code)))
                .toList();
    }
}
