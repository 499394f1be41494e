package org.citycertification.intake.submission.domain;

import org.jspecify.annotations.Nullable;

/**
 * Criteria met out of those counted, and the level that follows.
 *
 * @param level null below the first threshold
 */
public record Tally(int met, int outOf, @Nullable CertificationLevel level) {
    public Tally {
        if (met < 0 || met > outOf) {
            throw new IllegalArgumentException("met must be 0.." + outOf + " but was " + met);
        }
    }
}
