package org.citycertification.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

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
        insert(event.topic(), null, event.key().getBytes(UTF_8), event.version(), payload, headers);
    }

    @Override
    public void appendErasure(String topic, String key) {
        insert(topic, null, key.getBytes(UTF_8), null, null, new RecordHeaders());
    }

    @Override
    public void append(RawRecord raw) {
        insert(raw.topic(), raw.partition(), raw.key(), null, raw.value(), raw.headers());
    }

    private void insert(
            String topic,
            @Nullable Integer partition,
            byte @Nullable [] key,
            @Nullable Long version,
            byte @Nullable [] payload,
            Headers headers) {
        requireTransaction();
        traces.inject(headers);
        jdbc.sql("""
                        insert into outbox (topic, target_partition, message_key, version, payload, headers)
                        values (:topic, :partition, :key, :version, :payload, :headers)""")
                .param("topic", topic)
                .param("partition", partition, java.sql.Types.INTEGER)
                .param("key", key, java.sql.Types.BINARY)
                .param("version", version, java.sql.Types.BIGINT)
                .param("payload", payload, java.sql.Types.BINARY)
                .param("headers", HeaderBytes.write(headers))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit());
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
