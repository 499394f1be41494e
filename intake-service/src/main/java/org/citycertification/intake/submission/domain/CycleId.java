package org.citycertification.intake.submission.domain;

/** Name of an intake window. */
public record CycleId(String value) {
    /** The window without an end. */
    public static final CycleId ROLLING = new CycleId("rolling");
}
