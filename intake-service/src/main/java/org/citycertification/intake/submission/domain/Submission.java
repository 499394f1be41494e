package org.citycertification.intake.submission.domain;

import java.time.Instant;
import java.util.List;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.edition.domain.EditionId;
import org.jspecify.annotations.Nullable;

/**
 * A submission as its city sees it.
 *
 * @param version number of the newest version, from 1
 * @param contentHash of that version
 * @param timeline oldest first
 * @param decision once it is released
 */
public record Submission(
        SubmissionId id,
        CityId city,
        CycleId cycle,
        EditionId edition,
        int version,
        ContentHash contentHash,
        Instant receivedAt,
        SubmissionState state,
        List<TimelineEntry> timeline,
        @Nullable Decision decision) {
    public Submission {
        timeline = List.copyOf(timeline);
    }
}
