package org.citycertification.review.reviewcase;

import java.time.Instant;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.CaseTag;
import org.citycertification.review.reviewcase.domain.Score;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list: nothing of what anybody has judged in an open one.
 *
 * @param place in the list, growing
 * @param provisional the automatic score
 * @param provisionalLevel {@code null} below the first threshold
 * @param closed how it ended, {@code null} while open
 */
public record CaseSummary(
        long place,
        CaseId id,
        CaseState state,
        SubmissionId submission,
        CaseTag tag,
        String cityId,
        String cityName,
        String editionId,
        Score provisional,
        @Nullable CertificationLevel provisionalLevel,
        Instant openedAt,
        @Nullable Closing closed) {

    /**
     * How a case ended.
     *
     * @param level {@code null} if the city is not certified
     */
    public record Closing(
            Instant decidedAt, Score score, @Nullable CertificationLevel level) {}
}
