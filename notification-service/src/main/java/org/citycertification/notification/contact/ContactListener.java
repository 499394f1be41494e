package org.citycertification.notification.contact;

import java.time.Clock;
import java.util.UUID;
import org.citycertification.messaging.gate.EventIdentity;
import org.citycertification.messaging.gate.Subscription;
import org.citycertification.messaging.gate.UnknownKind;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.ContactEvent;

/** Hears of contacts. */
final class ContactListener {
    private final Contacts contacts;
    private final Clock clock;

    ContactListener(Contacts contacts, Clock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    Subscription<ContactEvent> subscription() {
        return Subscription.latest(
                Topics.CONTACT,
                ContactEvent.class,
                event -> new EventIdentity(event.getContactId().toString(), event.getVersion(), event.getEventId()),
                this::on,
                key -> contacts.erase(UUID.fromString(key), clock.instant()));
    }

    private void on(ContactEvent event) {
        if (event.getTicked() != null) {
            // Tells of no contact; it is there for the broker.
            return;
        }
        var recorded = event.getRecorded();
        if (recorded == null) {
            throw new UnknownKind("Contact " + event.getContactId() + " changed in a way this build does not know");
        }
        var contact = new RecordedContact(
                event.getContactId(),
                recorded.getCityId(),
                recorded.getName(),
                recorded.getEmail(),
                recorded.getLanguage(),
                recorded.getRole(),
                event.getVersion());
        contacts.record(contact, clock.instant());
    }
}
