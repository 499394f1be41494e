package org.citycertification.review.reviewcase;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.citycertification.review.audit.AuditTrail;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.CaseTag;
import org.citycertification.review.reviewcase.domain.Findings;
import org.citycertification.review.reviewcase.domain.ProposedFinding;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.citycertification.review.reviewcase.domain.Verdict;
import org.springframework.transaction.annotation.Transactional;

/** Replaces a reviewer's own departures from the automatic results. */
public class RecordFindings {

    private final Cases cases;
    private final AuditTrail trail;
    private final Clock clock;

    public RecordFindings(Cases cases, AuditTrail trail, Clock clock) {
        this.cases = cases;
        this.trail = trail;
        this.clock = clock;
    }

    /** The case with the findings in place, or why they were refused. */
    @Transactional
    public Verdict<UnderReview> record(
            CaseId id, Reviewer reviewer, List<ProposedFinding> findings, Predicate<CaseTag> basedOn) {
        return new OpenCases(cases)
                .on(
                        id,
                        reviewer,
                        underReview -> underReview
                                .recordFindings(reviewer, findings, basedOn)
                                .then(changed -> keep(changed, reviewer)));
    }

    private Verdict<UnderReview> keep(UnderReview changed, Reviewer reviewer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Findings own = changed.current().findingsOf(reviewer.person());
        cases.saveFindings(changed, reviewer.person(), now);
        trail.append(ReviewActs.byPerson(
                changed.file().id(),
                now,
                reviewer,
                ReviewActs.FINDINGS_RECORDED,
                ReviewActs.findings(changed.tag(), own)));
        return Verdict.accepted(changed);
    }
}
