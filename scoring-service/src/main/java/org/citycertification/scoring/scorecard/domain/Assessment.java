package org.citycertification.scoring.scorecard.domain;

import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;

/**
 * All answers of one submission version, at most one per criterion; the order in which they came does not matter.
 *
 * @param asOf the day on which the age of evidence is measured; null if no rule of the edition asks for it
 */
public record Assessment(
        Map<CriterionCode, Answer> answers, @Nullable LocalDate asOf) {

    public Assessment {
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    /** Collects the answers and refuses two to the same criterion. */
    public static Assessment of(List<Answer> answers, @Nullable LocalDate asOf) {
        var byCriterion = new TreeMap<CriterionCode, Answer>();
        for (var answer : answers) {
            if (byCriterion.putIfAbsent(answer.criterion(), answer) != null) {
                throw new IllegalArgumentException(answer.criterion() + ": answered twice");
            }
        }
        return new Assessment(byCriterion, asOf);
    }

    /** Answers for an edition that does not look at the age of evidence. */
    public static Assessment of(List<Answer> answers) {
        return of(answers, null);
    }

    /** The answers to criteria that the edition has. */
    public Assessment within(Edition edition) {
        var known = codes(edition);
        var kept = new TreeMap<>(answers);
        kept.keySet().retainAll(known);
        return new Assessment(kept, asOf);
    }

    Optional<Answer> to(CriterionCode criterion) {
        return Optional.ofNullable(answers.get(criterion));
    }

    void refuseUnlessFor(Edition edition) {
        var known = codes(edition);
        for (var code : answers.keySet()) {
            if (!known.contains(code)) {
                throw new IllegalArgumentException(code + ": not a criterion of edition " + edition.id());
            }
        }
        if (asOf == null && edition.looksAtAge()) {
            throw new IllegalArgumentException(
                    "edition " + edition.id() + " looks at the age of evidence, so a day to measure it on is needed");
        }
    }

    private static Set<CriterionCode> codes(Edition edition) {
        return edition.answerable().stream().map(Criterion::code).collect(Collectors.toSet());
    }
}
