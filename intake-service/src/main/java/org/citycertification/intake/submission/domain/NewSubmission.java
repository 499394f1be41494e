package org.citycertification.intake.submission.domain;

import java.time.Instant;
import org.citycertification.intake.city.domain.City;

/**
 * A first version of a submission with everything that is kept and told of it.
 *
 * @param city the city as it is known at this moment
 * @param submittedBy opaque id of the person who sends it
 */
public record NewSubmission(
        SubmissionId id,
        CycleId cycle,
        City city,
        Assessment assessment,
        ContentHash contentHash,
        String submittedBy,
        Instant receivedAt) {

    /** Number of the version, on the topic too. */
    public static final int VERSION = 1;
}
