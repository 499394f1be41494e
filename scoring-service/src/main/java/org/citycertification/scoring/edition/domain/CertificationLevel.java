package org.citycertification.scoring.edition.domain;

/** Levels in rising order. Below the lowest threshold there is no level at all. */
public enum CertificationLevel {
    SILVER,
    GOLD,
    PLATINUM
}
