package org.citycertification.intake.submission.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.citycertification.intake.submission.SubmissionSummary;

/** One line of the list of submissions. */
record SummaryView(
        UUID submissionId,
        int version,
        String cityId,
        String editionId,
        Instant receivedAt,
        String state,
        Map<String, String> links) {

    static SummaryView of(SubmissionSummary summary) {
        return new SummaryView(
                summary.place().id().value(),
                summary.version(),
                summary.city().value(),
                summary.edition().value(),
                summary.place().receivedAt(),
                summary.state().name(),
                Links.of(summary.place().id()));
    }
}
