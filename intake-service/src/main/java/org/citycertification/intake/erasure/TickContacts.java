package org.citycertification.intake.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.OutgoingEvent;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.citycertification.schemas.intake.v1.ContactTopicTicked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes one record to each partition of the contact topic when it is due. The broker compacts closed segments only, and
 * closes one only when something is appended: without ticks, whoever was erased last would stay on disk until the next
 * contact comes. A tick replaces its predecessor, so the topic does not grow.
 */
public class TickContacts {
    private static final Topic TOPIC = Topic.CONTACT;
    private static final Map<Integer, UUID> TICKERS = tickers(TOPIC.partitions());

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Duration every;

    TickContacts(JdbcClient jdbc, Outbox outbox, Duration every) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.every = every;
    }

    /** Ticks if the last tick is long enough ago; of instances that try at once, one does. Tells whether it was this one. */
    @Transactional
    public boolean tickIfDue() {
        // The second of two instances waits for the row and then finds it too young. By the database's clock, because a
        // tick dated ahead by an instance's clock would hold back all later ones.
        var claimed = jdbc.sql("""
                        update contact_tick set version = version + 1, ticked_at = now()
                        where ticked_at <= now() - make_interval(secs => :seconds) returning version, ticked_at""")
                .param("seconds", every.toMillis() / 1000.0)
                .query((row, n) -> new Tick(
                        row.getLong("version"),
                        row.getObject("ticked_at", OffsetDateTime.class).toInstant()))
                .optional();
        claimed.ifPresent(tick -> TICKERS.forEach((partition, ticker) -> append(tick, partition, ticker)));
        return claimed.isPresent();
    }

    private void append(Tick tick, int partition, UUID ticker) {
        UUID eventId = UUID.randomUUID();
        var event = ContactEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(tick.at())
                .setContactId(ticker)
                .setVersion(tick.version())
                .setTicked(new ContactTopicTicked(partition))
                .build();
        outbox.append(new OutgoingEvent(
                TOPIC.topicName(), ticker.toString(), tick.version(), eventId, "ContactTopicTicked", tick.at(), event));
    }

    /** Made-up ids, one for each partition: a producer places a record by the hash of its key. */
    private static Map<Integer, UUID> tickers(int partitions) {
        Map<Integer, UUID> tickers = new LinkedHashMap<>();
        for (int n = 0; tickers.size() < partitions; n++) {
            UUID id = UUID.nameUUIDFromBytes((TOPIC.topicName() + " tick " + n).getBytes(UTF_8));
            int hash = Utils.toPositive(Utils.murmur2(id.toString().getBytes(UTF_8)));
            tickers.putIfAbsent(hash % partitions, id);
        }
        return tickers;
    }

    private record Tick(long version, Instant at) {}
}
