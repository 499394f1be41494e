package org.citycertification.review.reviewcase.domain;

/**
 * Criteria met out of those counted.
 *
 * @param met 0 to {@code outOf}
 */
public record Score(int met, int outOf) {
    public Score {
        if (met < 0 || met > outOf) {
            throw new IllegalArgumentException("met must be 0.." + outOf + " but was " + met);
        }
    }

    /** Exact comparison without rounding: {@code 100 * met >= percent * outOf}. */
    public boolean reaches(int percent) {
        return 100L * met >= (long) percent * outOf;
    }
}
