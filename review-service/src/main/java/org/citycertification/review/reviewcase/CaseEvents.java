package org.citycertification.review.reviewcase;

import java.time.Instant;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.UnderReview;

/** Tells the city's side what happens to its case. */
public interface CaseEvents {

    void opened(UnderReview reviewCase, long version, Instant at);

    /** Releases the whole decision to the city; nobody else learns it from this event. */
    void decisionReleased(DecidedCase reviewCase, long version);
}
