package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.OutgoingEvent;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events of an aggregate that means nothing, and how one is changed: state and event together. */
final class Things {
    private Things() {}

    /** The same bytes for the same version of the same key. */
    static SubmissionEvent event(UUID key, long version) {
        return SubmissionEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes((key + "/" + version).getBytes(UTF_8)))
                .setOccurredAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setSubmissionId(key)
                .setVersion(version)
                .build();
    }

    static OutgoingEvent outgoing(String topic, SubmissionEvent event) {
        return new OutgoingEvent(
                topic,
                event.getSubmissionId().toString(),
                event.getVersion(),
                event.getEventId(),
                "Thing",
                event.getOccurredAt(),
                event);
    }

    /** To be called in a transaction; draws the version under the lock of the key's row. */
    static void change(JdbcClient jdbc, Outbox outbox, String topic, UUID key) {
        jdbc.sql("insert into thing (message_key, version) values (?, 0) on conflict do nothing")
                .param(key.toString())
                .update();
        long version = jdbc.sql("update thing set version = version + 1 where message_key = ? returning version")
                .param(key.toString())
                .query(Long.class)
                .single();
        outbox.append(outgoing(topic, event(key, version)));
    }
}
