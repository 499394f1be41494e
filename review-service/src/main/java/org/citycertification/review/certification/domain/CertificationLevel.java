package org.citycertification.review.certification.domain;

/** Levels from the lowest to the highest; below the first threshold there is none. */
public enum CertificationLevel {
    SILVER,
    GOLD,
    PLATINUM;

    public boolean isAbove(CertificationLevel other) {
        return compareTo(other) > 0;
    }
}
