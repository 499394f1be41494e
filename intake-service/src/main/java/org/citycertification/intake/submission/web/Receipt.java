package org.citycertification.intake.submission.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citycertification.intake.submission.domain.NewSubmission;
import org.citycertification.intake.submission.domain.SubmissionState;
import org.citycertification.intake.submission.web.ApplicantWords.Next;

/**
 * What a city gets for its assessment.
 *
 * @param contentHash SHA-256 of the assessment's canonical text, which {@code links.assessment} gives
 */
record Receipt(
        UUID submissionId,
        int version,
        String cityId,
        String editionId,
        String contentHash,
        Instant receivedAt,
        String state,
        List<Next> next,
        Map<String, String> links) {

    static Receipt of(NewSubmission submission) {
        var edition = submission.assessment().edition();
        return new Receipt(
                submission.id().value(),
                NewSubmission.VERSION,
                submission.city().id().value(),
                edition.value(),
                submission.contentHash().value(),
                submission.receivedAt(),
                SubmissionState.RECEIVED.name(),
                ApplicantWords.next(SubmissionState.RECEIVED, edition),
                Links.of(submission.id()));
    }
}
