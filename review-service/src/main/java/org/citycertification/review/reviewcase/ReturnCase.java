package org.citycertification.review.reviewcase;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Predicate;
import org.citycertification.review.audit.AuditTrail;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.CaseTag;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.citycertification.review.reviewcase.domain.Verdict;
import org.springframework.transaction.annotation.Transactional;

/** Ends the round without a decision and begins the next, in which everybody may approve anew. */
public class ReturnCase {

    private final Cases cases;
    private final AuditTrail trail;
    private final Clock clock;

    public ReturnCase(Cases cases, AuditTrail trail, Clock clock) {
        this.cases = cases;
        this.trail = trail;
        this.clock = clock;
    }

    /** The case in its next round, or why the return was refused. */
    @Transactional
    public Verdict<UnderReview> giveBack(CaseId id, Reviewer reviewer, String reason, Predicate<CaseTag> basedOn) {
        return new OpenCases(cases).on(id, reviewer, underReview -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return underReview
                    .giveBack(reviewer, reason, basedOn, now)
                    .then(next -> keep(underReview, next, reviewer, reason, now));
        });
    }

    private Verdict<UnderReview> keep(
            UnderReview before, UnderReview next, Reviewer reviewer, String reason, Instant now) {
        cases.saveReturn(next);
        Map<String, String> facts = ReviewActs.on(before.tag());
        facts.put("reason", reason.strip());
        facts.put(
                "approvalsVoided", Integer.toString(before.current().approvals().size()));
        trail.append(ReviewActs.byPerson(next.file().id(), now, reviewer, ReviewActs.CASE_RETURNED, facts));
        return Verdict.accepted(next);
    }
}
