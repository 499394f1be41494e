package org.citycertification.review.reviewcase.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's word that the outcome of the automatic results and their own findings is right.
 *
 * @param findings as they were at this moment; none means that the automatic results are confirmed
 * @param outcomeHash names the outcome approved
 * @param note what the approver added, {@code null} for nothing
 */
public record Approval(
        PersonId person,
        CaseTag tag,
        Findings findings,
        String outcomeHash,
        @Nullable Note note,
        Instant at) {

    public boolean confirmsAutomatic() {
        return findings.isEmpty();
    }
}
