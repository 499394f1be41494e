package org.citycertification.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Types;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.citycertification.messaging.headers.CloudEventHeaders;
import org.citycertification.messaging.headers.HeaderBytes;
import org.citycertification.messaging.headers.Traces;
import org.citycertification.schemas.wire.WireFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox table, as the service writes it. */
public final class JdbcOutbox implements Outbox {
    /** A topic takes 1 MiB with key, headers and framing; the value alone is held below that. */
    public static final int LARGEST_VALUE = 1_000_000;

    /** A key of which nothing is known may begin anywhere: the database may be older than the table. */
    private static final String EVENT = """
            with given_out as (
              insert into published as p (topic, message_key, version) values (:topic, :key, :version)
              on conflict (topic, message_key) do update set version = excluded.version, erased = false
              where p.version = excluded.version - 1
              returning version)
            insert into outbox (topic, message_key, version, payload, headers)
            select :topic, :messageKey, version, :payload, :headers from given_out""";

    private static final String ERASURE = """
            with given_out as (update published set erased = true where topic = :topic and message_key = :key)
            insert into outbox (topic, message_key, payload, headers) values (:topic, :messageKey, :payload, :headers)""";

    private static final String RAW = """
            insert into outbox (topic, target_partition, message_key, payload, headers)
            values (:topic, :partition, :messageKey, :payload, :headers)""";

    private final JdbcClient jdbc;
    private final WireFormat wire;
    private final Traces traces;
    private final String source;
    private final Runnable wakeRelay;

    /**
     * @param source who the events come from, for {@code ce_source}
     * @param wakeRelay called after the commit of each transaction that stored something
     */
    public JdbcOutbox(JdbcClient jdbc, WireFormat wire, Traces traces, String source, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.wire = wire;
        this.traces = traces;
        this.source = source;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public void append(OutgoingEvent event) {
        byte[] payload = wire.encode(event.topic(), event.value());
        if (payload.length > LARGEST_VALUE) {
            throw new RecordTooLarge(event.topic(), payload.length, LARGEST_VALUE);
        }
        Headers headers = CloudEventHeaders.of(event.eventId(), event.type(), source, event.key(), event.occurredAt());
        int stored = store(EVENT, event.topic(), event.key().getBytes(UTF_8), payload, headers)
                .param("key", event.key())
                .param("version", event.version())
                .update();
        if (stored == 0) {
            throw new IllegalStateException("Version %d of %s does not follow the last one given out on %s"
                    .formatted(event.version(), event.key(), event.topic()));
        }
    }

    @Override
    public void appendErasure(String topic, String key) {
        store(ERASURE, topic, key.getBytes(UTF_8), null, new RecordHeaders())
                .param("key", key)
                .update();
    }

    @Override
    public void append(RawRecord raw) {
        store(RAW, raw.topic(), raw.key(), raw.value(), raw.headers())
                .param("partition", raw.partition(), Types.INTEGER)
                .update();
    }

    private JdbcClient.StatementSpec store(
            String statement, String topic, byte @Nullable [] key, byte @Nullable [] payload, Headers headers) {
        requireTransaction();
        traces.inject(headers);
        TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit());
        return jdbc.sql(statement)
                .param("topic", topic)
                .param("messageKey", key, Types.BINARY)
                .param("payload", payload, Types.BINARY)
                .param("headers", HeaderBytes.write(headers));
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Events are stored with the state they tell of; open a transaction first");
        }
    }

    private final class WakeAfterCommit implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            wakeRelay.run();
        }
    }
}
