package org.citycertification.review.reviewcase.domain;

/** What the rules made of a city's answer. */
public enum AutomaticOutcome {
    MET,
    NOT_MET,
    NOT_ANSWERED,
    /** A prerequisite is not met. */
    BLOCKED
}
