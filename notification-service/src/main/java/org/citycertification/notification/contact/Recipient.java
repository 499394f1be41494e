package org.citycertification.notification.contact;

import java.util.UUID;

/**
 * Somebody to write to, by id: names and addresses stay where they can be erased.
 *
 * @param kind which list the id is from
 */
public record Recipient(Kind kind, UUID id) {
    /** The lists of people. */
    public enum Kind {
        CONTACT,
        SUBSCRIBER
    }

    public static Recipient contact(UUID id) {
        return new Recipient(Kind.CONTACT, id);
    }

    public static Recipient subscriber(UUID id) {
        return new Recipient(Kind.SUBSCRIBER, id);
    }
}
