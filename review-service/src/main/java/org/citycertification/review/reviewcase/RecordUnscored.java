package org.citycertification.review.reviewcase;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.citycertification.review.audit.AuditTrail;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps that a version of a submission has no scorecard. It opens no case and changes none: people go on with the last
 * version that was scored.
 */
public class RecordUnscored {

    private final Cases cases;
    private final AuditTrail trail;
    private final Clock clock;

    public RecordUnscored(Cases cases, AuditTrail trail, Clock clock) {
        this.cases = cases;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public void record(SubmissionId submission, long version, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        cases.recordUnscored(submission, version, reason, now);
        trail.append(ReviewActs.bySystem(
                CaseId.of(submission),
                now,
                ReviewActs.SCORING,
                ReviewActs.NOT_SCORED,
                Map.of("submissionVersion", Long.toString(version), "reason", reason)));
    }
}
