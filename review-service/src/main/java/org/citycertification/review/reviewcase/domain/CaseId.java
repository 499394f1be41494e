package org.citycertification.review.reviewcase.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names a case; derived from its submission, so that the same submission never has two. */
public record CaseId(UUID value) {

    /** The id of the case about this submission: a name-based UUID of {@code review-case:<submission id>}. */
    public static CaseId of(SubmissionId submission) {
        return new CaseId(
                UUID.nameUUIDFromBytes(("review-case:" + submission.value()).getBytes(StandardCharsets.UTF_8)));
    }
}
