package org.citycertification.review.reviewcase.domain;

import java.util.UUID;

/** Names a submission, over all its versions. */
public record SubmissionId(UUID value) {}
