package org.citycertification.intake.city.messaging;

import java.time.Instant;
import java.util.UUID;
import org.citycertification.intake.city.ContactEvents;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.city.domain.Contact;
import org.citycertification.intake.city.domain.ContactId;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.OutgoingEvent;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.citycertification.schemas.intake.v1.ContactRecorded;
import org.springframework.stereotype.Component;

/** Contacts on their way to {@link Topics#CONTACT}. */
@Component
class OutboxContactEvents implements ContactEvents {
    private final Outbox outbox;

    OutboxContactEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void recorded(CityId city, Contact contact, long version, Instant at) {
        UUID eventId = UUID.randomUUID();
        var event = ContactEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(at)
                .setContactId(contact.id().value())
                .setVersion(version)
                .setRecorded(ContactRecorded.newBuilder()
                        .setCityId(city.value())
                        .setName(contact.name())
                        .setEmail(contact.email())
                        .setRole(contact.role())
                        .setLanguage(contact.language().code())
                        .build())
                .build();
        outbox.append(new OutgoingEvent(
                Topics.CONTACT, contact.id().value().toString(), version, eventId, "ContactRecorded", at, event));
    }

    @Override
    public void erased(ContactId contact) {
        outbox.appendErasure(Topics.CONTACT, contact.value().toString());
    }
}
