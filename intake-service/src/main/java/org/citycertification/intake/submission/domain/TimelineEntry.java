package org.citycertification.intake.submission.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a submission, as its city may know it.
 *
 * @param tally the automatic result when review began, the decided one at the decision, else null
 */
public record TimelineEntry(Instant at, Step step, @Nullable Tally tally) {
    /** What happened. */
    public enum Step {
        RECEIVED,
        REVIEW_BEGAN,
        DECIDED
    }
}
