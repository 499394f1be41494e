package org.citycertification.review.reviewcase;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.citycertification.review.audit.AuditTrail;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.CaseTag;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case for a scored submission. A later version of it replaces the results under review, which voids the approvals
 * given so far; after the decision it is recorded and changes nothing.
 */
public class ReceiveScorecard {

    private final Cases cases;
    private final CaseEvents events;
    private final AuditTrail trail;
    private final Clock clock;

    public ReceiveScorecard(Cases cases, CaseEvents events, AuditTrail trail, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public void receive(Scorecard scorecard) {
        var id = CaseId.of(scorecard.submissionId());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        cases.lock(id)
                .ifPresentOrElse(
                        known -> known.fold(
                                underReview -> replace(underReview, scorecard, now),
                                decided -> ignore(id, decided.tag(), scorecard, now)),
                        () -> open(scorecard, now));
    }

    private void open(Scorecard scorecard, Instant now) {
        var opened = UnderReview.open(scorecard);
        CaseId id = opened.file().id();
        cases.open(opened, now);
        trail.append(ReviewActs.bySystem(
                id, now, ReviewActs.SCORING, ReviewActs.CASE_OPENED, facts(opened.tag(), scorecard)));
        events.opened(opened, cases.drawEventVersion(id), now);
    }

    private boolean replace(UnderReview underReview, Scorecard scorecard, Instant now) {
        if (scorecard.submissionVersion() <= underReview.tag().submissionVersion()) {
            return ignore(underReview.file().id(), underReview.tag(), scorecard, now);
        }
        var replaced = underReview.replacedBy(scorecard);
        cases.replace(replaced, now);
        Map<String, String> facts = facts(replaced.tag(), scorecard);
        facts.put(
                "approvalsVoided",
                Integer.toString(underReview.current().approvals().size()));
        trail.append(
                ReviewActs.bySystem(replaced.file().id(), now, ReviewActs.SCORING, ReviewActs.VERSION_REPLACED, facts));
        return true;
    }

    private boolean ignore(CaseId id, CaseTag tag, Scorecard scorecard, Instant now) {
        trail.append(
                ReviewActs.bySystem(id, now, ReviewActs.SCORING, ReviewActs.VERSION_IGNORED, facts(tag, scorecard)));
        return false;
    }

    private static Map<String, String> facts(CaseTag tag, Scorecard scorecard) {
        Map<String, String> facts = ReviewActs.on(tag);
        facts.put("scoredVersion", Long.toString(scorecard.submissionVersion()));
        facts.put("city", scorecard.city().id().value());
        facts.put("contentHash", scorecard.contentHash());
        facts.put("edition", scorecard.editionId());
        facts.put("editionHash", scorecard.editionHash());
        facts.put(
                "provisional",
                scorecard.provisionalScore().met() + "/"
                        + scorecard.provisionalScore().outOf());
        facts.put("provisionalLevel", ReviewActs.orNone(scorecard.provisionalLevel()));
        return facts;
    }
}
