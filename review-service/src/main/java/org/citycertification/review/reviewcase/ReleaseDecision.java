package org.citycertification.review.reviewcase;

import java.util.Map;
import org.citycertification.review.audit.AuditTrail;
import org.citycertification.review.certification.CertifyCity;
import org.citycertification.review.certification.domain.Certification;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.Decision;
import org.citycertification.review.reviewcase.domain.Grant;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a case, tells the city and, if a level was reached, certifies it, all in the transaction that holds the case's row.
 * A decision without a level leaves the city's standing as it is: what was granted earlier holds until its own end, and the
 * public stream must not show that a city tried and did not succeed.
 */
public class ReleaseDecision {

    private final Cases cases;
    private final CaseEvents events;
    private final CertifyCity certifyCity;
    private final AuditTrail trail;

    public ReleaseDecision(Cases cases, CaseEvents events, CertifyCity certifyCity, AuditTrail trail) {
        this.cases = cases;
        this.events = events;
        this.certifyCity = certifyCity;
        this.trail = trail;
    }

    /** The case as it is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public DecidedCase release(DecidedCase agreed) {
        CertificationLevel level = agreed.decision().level();
        DecidedCase closed = level == null ? agreed : certified(agreed, level);
        cases.saveDecision(closed);
        trail.append(ReviewActs.bySystem(
                closed.file().id(),
                closed.decision().decidedAt(),
                ReviewActs.REVIEW,
                ReviewActs.DECISION_RELEASED,
                facts(closed)));
        events.decisionReleased(closed, cases.drawEventVersion(closed.file().id()));
        return closed;
    }

    private DecidedCase certified(DecidedCase agreed, CertificationLevel level) {
        Scorecard scorecard = agreed.file().scorecard();
        Certification certification = certifyCity.certify(
                scorecard.city(),
                level,
                scorecard.editionId(),
                scorecard.validityMonths(),
                agreed.decision().decidedAt());
        return agreed.with(new Grant(certification.id(), certification.kind()));
    }

    private static Map<String, String> facts(DecidedCase closed) {
        Decision decision = closed.decision();
        Map<String, String> facts = ReviewActs.on(closed.tag());
        facts.put("contentHash", closed.file().scorecard().contentHash());
        facts.put("score", decision.score().met() + "/" + decision.score().outOf());
        facts.put("level", ReviewActs.orNone(decision.level()));
        facts.put("confirmed", Boolean.toString(decision.confirmed()));
        facts.put(
                "approvers",
                String.join(
                        ", ",
                        decision.approvers().stream()
                                .map(person -> person.value())
                                .toList()));
        Grant grant = closed.grant();
        facts.put("kind", ReviewActs.orNone(grant == null ? null : grant.kind()));
        facts.put(
                "certification",
                ReviewActs.orNone(grant == null ? null : grant.certification().value()));
        return facts;
    }
}
