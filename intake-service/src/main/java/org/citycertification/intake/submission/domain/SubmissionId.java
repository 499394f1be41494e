package org.citycertification.intake.submission.domain;

import java.util.UUID;

/** Name of a submission. */
public record SubmissionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
