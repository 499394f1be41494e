package org.citycertification.messaging.outbox;

/** The record is larger than any topic takes, so nothing was stored. */
public final class RecordTooLarge extends RuntimeException {
    RecordTooLarge(String topic, int size, int limit) {
        super("A record of %d bytes for %s; the limit is %d".formatted(size, topic, limit));
    }
}
