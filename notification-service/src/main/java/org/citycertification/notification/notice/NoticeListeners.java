package org.citycertification.notification.notice;

import java.time.Clock;
import org.citycertification.messaging.gate.EventIdentity;
import org.citycertification.messaging.gate.Subscription;
import org.citycertification.notification.contact.Recipient;
import org.citycertification.notification.contact.Recipients;
import org.citycertification.notification.letter.Facts;
import org.citycertification.notification.letter.Template;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.review.v1.DecisionReleased;

/** Hears of decisions and certifications, and queues the letters that they cause. */
final class NoticeListeners {
    private final Ledger ledger;
    private final Recipients recipients;
    private final Clock clock;

    NoticeListeners(Ledger ledger, Recipients recipients, Clock clock) {
        this.ledger = ledger;
        this.recipients = recipients;
        this.clock = clock;
    }

    Subscription<CaseEvent> cases() {
        return Subscription.gapless(
                Topics.CASE,
                CaseEvent.class,
                event -> new EventIdentity(event.getCaseId().toString(), event.getVersion(), event.getEventId()),
                this::onCase);
    }

    Subscription<CertificationEvent> certifications() {
        return Subscription.gapless(
                Topics.CERTIFICATION,
                CertificationEvent.class,
                event -> new EventIdentity(event.getCityId(), event.getCityVersion(), event.getEventId()),
                this::onCertification);
    }

    private void onCase(CaseEvent event) {
        DecisionReleased decision = event.getDecisionReleased();
        if (decision == null) {
            EventFacts.requireKnown(event);
            return;
        }
        Facts facts = EventFacts.of(decision);
        var template = decision.getLevel() == null ? Template.ROADMAP : Template.CERTIFIED;
        var matter = Matter.decision(decision.getSubmissionId(), decision.getSubmissionVersion(), event.getVersion());
        for (var contact : decision.getContactIds()) {
            var key = new NoticeKey(event.getEventId(), Recipient.contact(contact), template);
            var notice = new NewNotice(key, matter, decision.getSubmissionId(), decision.getCityId(), facts);
            ledger.queue(notice, clock.instant());
        }
    }

    private void onCertification(CertificationEvent event) {
        Facts facts = EventFacts.of(event);
        var matter = Matter.standing(event.getCityId(), event.getCityVersion());
        for (Recipient subscriber : recipients.subscribers()) {
            var key = new NoticeKey(event.getEventId(), subscriber, Template.ANNOUNCEMENT);
            ledger.queue(new NewNotice(key, matter, null, event.getCityId(), facts), clock.instant());
        }
    }
}
