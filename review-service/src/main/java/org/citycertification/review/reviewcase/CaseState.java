package org.citycertification.review.reviewcase;

/** Where a case stands. */
public enum CaseState {
    OPEN,
    DECIDED
}
