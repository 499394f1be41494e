package org.citycertification.scoring.edition.domain;

import java.util.List;
import java.util.Optional;

/** All thresholds of an edition, lowest level first, and how shares are rounded before they are compared. */
public record Thresholds(List<Threshold> rising, Rounding rounding) {

    public Thresholds {
        rising = List.copyOf(rising);
        Violation.refuse(EditionRules.all(
                EditionRules.notEmpty("", rising.size(), "at least one threshold is needed"),
                EditionRules.rising(Placed.in("", rising))));
    }

    /** Thresholds without rounding. */
    public Thresholds(List<Threshold> rising) {
        this(rising, Rounding.EXACT);
    }

    /**
     * The highest level reached by this many criteria.
     *
     * @return empty below the lowest threshold
     */
    public Optional<CertificationLevel> levelFor(int met, int outOf) {
        return rising.stream()
                .filter(threshold -> rounding.reaches(threshold.percent(), met, outOf))
                .map(Threshold::level)
                .reduce((lower, higher) -> higher);
    }
}
