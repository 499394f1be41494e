package org.citycertification.intake.submission;

import org.citycertification.intake.submission.domain.NewSubmission;

/** Tells other services of submissions. */
public interface SubmissionEvents {
    /** A city sent the first version of a submission. */
    void received(NewSubmission submission);
}
