package org.citycertification.scoring.scorecard.domain;

/** What the rules say about one criterion. */
public enum Outcome {
    /** Claimed, checklist long enough, required evidence there, prerequisites met: one point. */
    MET,
    /** Answered, but not claimed or not supported as its rules require. */
    NOT_MET,
    /** Not answered: neither met nor unmet, so the total is a range. */
    UNKNOWN,
    /** All of its own rules hold, but a prerequisite is not met. */
    BLOCKED
}
