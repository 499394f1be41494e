package org.citycertification.scoring.edition.domain;

/** Levels in rising order. Below the lowest threshold there is no level at all. */
public enum CertificationLevel {
    SILVER(1),
    GOLD(2),
    PLATINUM(3);

    private final int rank;

    CertificationLevel(int rank) {
        this.rank = rank;
    }

    /** 1 for the lowest; no level at all counts as 0. */
    public int rank() {
        return rank;
    }
}
