package org.citycertification.review.reviewcase;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.citycertification.review.audit.AuditTrail;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.Refusal;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps in the trail that somebody tried what they must not: a command on a case in which they have an interest, or a second
 * approval. Called after the refused command's own transaction has ended, since that one leaves nothing behind.
 */
public class RecordRefusal {

    private final AuditTrail trail;
    private final Clock clock;

    public RecordRefusal(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Keeps a refused command; most refusals leave no trace.
     *
     * @param command what was refused, e.g. {@code approve}
     */
    @Transactional
    public void record(CaseId id, Reviewer reviewer, String command, Refusal refusal) {
        if (refusal instanceof Refusal.ConflictOfInterest conflict) {
            append(id, reviewer, ReviewActs.CONFLICT_REFUSED, Map.of("command", command, "rule", conflict.rule()));
        } else if (refusal instanceof Refusal.AlreadyApproved) {
            append(id, reviewer, ReviewActs.SECOND_APPROVAL_REFUSED, Map.of("command", command));
        }
    }

    /** The same for somebody who only looked; kept once for each person, since pages are read again and again. */
    @Transactional
    public void recordLook(CaseId id, Reviewer reviewer, Refusal refusal) {
        if (refusal instanceof Refusal.ConflictOfInterest conflict
                && !trail.has(id.value(), reviewer.person().value(), ReviewActs.CONFLICTED_LOOK)) {
            append(id, reviewer, ReviewActs.CONFLICTED_LOOK, Map.of("rule", conflict.rule()));
        }
    }

    private void append(CaseId id, Reviewer reviewer, String act, Map<String, String> facts) {
        trail.append(ReviewActs.byPerson(id, clock.instant().truncatedTo(ChronoUnit.MILLIS), reviewer, act, facts));
    }
}
