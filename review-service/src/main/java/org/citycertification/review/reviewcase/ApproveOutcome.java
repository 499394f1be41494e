package org.citycertification.review.reviewcase;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Predicate;
import org.citycertification.review.audit.AuditTrail;
import org.citycertification.review.reviewcase.domain.Approval;
import org.citycertification.review.reviewcase.domain.Approved;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.CaseTag;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.OutcomeHash;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.citycertification.review.reviewcase.domain.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approves the outcome that follows from the automatic results and the reviewer's own findings. The second person with the
 * same outcome decides the case, and the decision is released at once.
 */
public class ApproveOutcome {

    private final Cases cases;
    private final AuditTrail trail;
    private final ReleaseDecision releaseDecision;
    private final SubmissionTrace submissionTrace;
    private final OutcomeHash outcomeHash;
    private final Clock clock;

    public ApproveOutcome(
            Cases cases,
            AuditTrail trail,
            ReleaseDecision releaseDecision,
            SubmissionTrace submissionTrace,
            OutcomeHash outcomeHash,
            Clock clock) {
        this.cases = cases;
        this.trail = trail;
        this.releaseDecision = releaseDecision;
        this.submissionTrace = submissionTrace;
        this.outcomeHash = outcomeHash;
        this.clock = clock;
    }

    /** What the approval led to, or why it was refused. */
    @Transactional
    public Verdict<Approved> approve(CaseId id, Reviewer reviewer, @Nullable String note, Predicate<CaseTag> basedOn) {
        return new OpenCases(cases)
                .on(
                        id,
                        reviewer,
                        underReview -> underReview
                                .approve(reviewer, note, basedOn, outcomeHash, now())
                                .then(approved -> keep(underReview, reviewer, approved)));
    }

    private Verdict<Approved> keep(UnderReview before, Reviewer reviewer, Approved approved) {
        Approval approval = approved.approval();
        CaseId id = before.file().id();
        cases.saveApproval(id, approval);
        trail.append(
                ReviewActs.byPerson(id, approval.at(), reviewer, ReviewActs.OUTCOME_APPROVED, facts(before, approval)));
        if (approved instanceof Approved.Agreed agreed) {
            DecidedCase released =
                    submissionTrace.continued(before.file(), () -> releaseDecision.release(agreed.reviewCase()));
            return Verdict.accepted(new Approved.Agreed(released, approval));
        }
        return Verdict.accepted(approved);
    }

    private static Map<String, String> facts(UnderReview before, Approval approval) {
        Map<String, String> facts = ReviewActs.findings(approval.tag(), approval.findings());
        facts.put("contentHash", before.file().scorecard().contentHash());
        facts.put("outcome", approval.outcomeHash());
        facts.put("confirmed", Boolean.toString(approval.confirmsAutomatic()));
        var note = approval.note();
        if (note != null) {
            facts.put("note", note.text());
        }
        return facts;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
