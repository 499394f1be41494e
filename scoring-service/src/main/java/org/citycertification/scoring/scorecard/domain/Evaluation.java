package org.citycertification.scoring.scorecard.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;

/**
 * One pass over criteria: own rules first, prerequisites after them. An edition has no circle of prerequisites, so
 * following them ends.
 */
final class Evaluation {

    private final Map<CriterionCode, Criterion> criteria = new LinkedHashMap<>();
    private final Map<CriterionCode, InputsUsed> inputs = new HashMap<>();
    private final Map<CriterionCode, List<Shortfall>> own = new HashMap<>();
    private final Map<CriterionCode, SortedSet<CriterionCode>> causes = new HashMap<>();
    private final Map<CriterionCode, Boolean> attainable = new HashMap<>();

    Evaluation(List<Criterion> criteria, Assessment assessment) {
        var freshness = new Freshness(assessment.asOf());
        for (var criterion : criteria) {
            var used = assessment
                    .to(criterion.code())
                    .map(answer -> InputsUsed.of(criterion, answer))
                    .orElse(InputsUsed.NONE);
            this.criteria.put(criterion.code(), criterion);
            inputs.put(criterion.code(), used);
            own.put(criterion.code(), CriterionRules.shortfalls(criterion, used, freshness));
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
        var used = inputs.getOrDefault(criterion.code(), InputsUsed.NONE);
        var shortfalls = new ArrayList<>(ownShortfalls(criterion));
        var outcome = shortfalls.isEmpty() ? Outcome.BLOCKED : Outcome.NOT_MET;
        for (var prerequisite : prerequisites(criterion)) {
            var behind = causes(prerequisite);
            if (!behind.isEmpty()) {
                shortfalls.add(
                        new Shortfall.PrerequisiteUnmet(criterion.code(), prerequisite.code(), List.copyOf(behind)));
            }
        }
        var settled = used.answered() ? outcome : Outcome.UNKNOWN;
        return CriterionResult.of(criterion, shortfalls.isEmpty() ? Outcome.MET : settled, used, shortfalls);
    }

    /** The criteria because of whose own rules this one is not met; empty exactly if it is met. */
    private SortedSet<CriterionCode> causes(Criterion criterion) {
        var known = causes.get(criterion.code());
        if (known != null) {
            return known;
        }
        var found = new TreeSet<CriterionCode>();
        if (!ownShortfalls(criterion).isEmpty()) {
            found.add(criterion.code());
        }
        prerequisites(criterion).forEach(prerequisite -> found.addAll(causes(prerequisite)));
        causes.put(criterion.code(), found);
        return found;
    }

    private boolean isAttainable(Criterion criterion) {
        var known = attainable.get(criterion.code());
        if (known != null) {
            return known;
        }
        boolean open = !inputs.getOrDefault(criterion.code(), InputsUsed.NONE).answered()
                || ownShortfalls(criterion).isEmpty();
        boolean all = open && prerequisites(criterion).stream().allMatch(this::isAttainable);
        attainable.put(criterion.code(), all);
        return all;
    }

    private List<Shortfall> ownShortfalls(Criterion criterion) {
        return own.getOrDefault(criterion.code(), List.of());
    }

    private List<Criterion> prerequisites(Criterion criterion) {
        return criterion.prerequisites().stream()
                .flatMap(code -> Stream.ofNullable(criteria.get(code)))
                .toList();
    }
}
