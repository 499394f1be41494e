package org.citycertification.scoring.edition.domain;

import java.util.List;
import java.util.Optional;

/** All thresholds of an edition, lowest level first. */
public record Thresholds(List<Threshold> rising) {

    public Thresholds {
        rising = List.copyOf(rising);
        if (rising.isEmpty()) {
            throw new IllegalArgumentException("thresholds: at least one is needed");
        }
        for (int i = 1; i < rising.size(); i++) {
            refuseDisorder(rising.get(i - 1), rising.get(i));
        }
    }

    private static void refuseDisorder(Threshold lower, Threshold higher) {
        if (lower.level().compareTo(higher.level()) >= 0 || lower.percent() >= higher.percent()) {
            throw new IllegalArgumentException("thresholds are out of order: " + lower.level() + " at "
                    + lower.percent() + " percent comes before " + higher.level() + " at " + higher.percent());
        }
    }

    /**
     * The highest level reached by this many criteria. The comparison is exact: no percentage is ever rounded.
     *
     * @return empty below the lowest threshold
     */
    public Optional<CertificationLevel> levelFor(int met, int outOf) {
        return rising.stream()
                .filter(threshold -> 100L * met >= (long) threshold.percent() * outOf)
                .map(Threshold::level)
                .reduce((lower, higher) -> higher);
    }
}
