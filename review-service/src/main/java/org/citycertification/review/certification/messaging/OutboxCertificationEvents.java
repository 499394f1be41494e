package org.citycertification.review.certification.messaging;

import java.util.UUID;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.OutgoingEvent;
import org.citycertification.review.certification.CertificationEvents;
import org.citycertification.review.certification.domain.Certification;
import org.citycertification.schemas.Topics;
import org.springframework.stereotype.Component;

@Component
class OutboxCertificationEvents implements CertificationEvents {

    private final Outbox outbox;

    OutboxCertificationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void certified(Certification certification) {
        UUID eventId = UUID.randomUUID();
        outbox.append(new OutgoingEvent(
                Topics.CERTIFICATION,
                certification.award().city().id().value(),
                certification.cityVersion(),
                eventId,
                "CityCertified",
                certification.award().releasedAt(),
                CertificationEventMapper.toEvent(certification, eventId)));
    }
}
