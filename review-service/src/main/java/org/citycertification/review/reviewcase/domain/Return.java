package org.citycertification.review.reviewcase.domain;

import java.time.Instant;

/** The end of a round without a decision: approvals given in it stay readable and no longer count. */
public record Return(PersonId person, Reason reason, Instant at) {}
