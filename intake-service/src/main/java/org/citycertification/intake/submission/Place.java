package org.citycertification.intake.submission;

import java.time.Instant;
import org.citycertification.intake.submission.domain.SubmissionId;

/** Where a submission stands in the list of all, newest first. */
public record Place(Instant receivedAt, SubmissionId id) {}
