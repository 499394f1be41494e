package org.citycertification.scoring.scorecard.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;

/** All answers of one submission version, at most one per criterion; the order in which they came does not matter. */
public record Assessment(Map<CriterionCode, Answer> answers) {

    public Assessment {
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    /** Collects the answers and refuses two to the same criterion. */
    public static Assessment of(List<Answer> answers) {
        var byCriterion = new TreeMap<CriterionCode, Answer>();
        for (var answer : answers) {
            if (byCriterion.putIfAbsent(answer.criterion(), answer) != null) {
                throw new IllegalArgumentException(answer.criterion() + ": answered twice");
            }
        }
        return new Assessment(byCriterion);
    }

    /** The answers to criteria that the edition has. */
    public Assessment within(Edition edition) {
        var known = codes(edition);
        var kept = new TreeMap<>(answers);
        kept.keySet().retainAll(known);
        return new Assessment(kept);
    }

    Optional<Answer> to(CriterionCode criterion) {
        return Optional.ofNullable(answers.get(criterion));
    }

    void refuseCriteriaOutside(Edition edition) {
        var known = codes(edition);
        for (var code : answers.keySet()) {
            if (!known.contains(code)) {
                throw new IllegalArgumentException(code + ": not a criterion of edition " + edition.id());
            }
        }
    }

    private static Set<CriterionCode> codes(Edition edition) {
        return edition.criteria().stream().map(Criterion::code).collect(Collectors.toSet());
    }
}
