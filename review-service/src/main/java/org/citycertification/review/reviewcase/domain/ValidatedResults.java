package org.citycertification.review.reviewcase.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether each criterion counts, by the automatic results and one reviewer's departures from them. Two reviewers agree when
 * theirs are equal.
 */
public record ValidatedResults(Map<CriterionCode, Boolean> byCriterion) {

    public ValidatedResults {
        byCriterion = Collections.unmodifiableMap(new LinkedHashMap<>(byCriterion));
    }

    public static ValidatedResults of(Scorecard scorecard, Findings findings) {
        Map<CriterionCode, Boolean> results = new LinkedHashMap<>();
        scorecard
                .results()
                .forEach(automatic -> results.put(
                        automatic.criterion(),
                        findings.on(automatic.criterion()).map(Finding::met).orElse(automatic.met())));
        return new ValidatedResults(results);
    }

    public boolean met(CriterionCode criterion) {
        return Boolean.TRUE.equals(byCriterion.get(criterion));
    }

    public Score score() {
        int met = (int) byCriterion.values().stream().filter(counts -> counts).count();
        return new Score(met, byCriterion.size());
    }

    /** Criteria that not all of them judge alike, in the order of the edition. */
    public static List<CriterionCode> differences(List<ValidatedResults> several) {
        return several.stream()
                .flatMap(results -> results.byCriterion().keySet().stream())
                .distinct()
                .filter(criterion -> several.stream()
                                .map(results -> results.met(criterion))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }
}
