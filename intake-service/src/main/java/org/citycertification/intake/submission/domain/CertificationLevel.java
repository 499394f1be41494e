package org.citycertification.intake.submission.domain;

/** A level of certification; below the first threshold there is none. */
public enum CertificationLevel {
    SILVER,
    GOLD,
    PLATINUM
}
