package org.citycertification.messaging.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.messaging.failure.Transience;
import org.citycertification.schemas.wire.UndecodableRecord;
import org.citycertification.schemas.wire.UnknownSchemaId;
import org.citycertification.schemas.wire.WireFormat;

/**
 * Turns bytes into events. Bytes that can never be read come back as {@link Incoming.Broken}; a registry that does not
 * answer is an exception, and so is a schema it does not know, until patience has run out.
 */
final class Decoder<E extends SpecificRecord> {
    private final Subscription<E> subscription;
    private final WireFormat wire;
    private final Duration patience;
    private final Clock clock;
    /** Since when a partition has been held up, at which offset. */
    private final Map<TopicPartition, HeldUp> heldUp = new ConcurrentHashMap<>();

    Decoder(Subscription<E> subscription, WireFormat wire, Duration patience, Clock clock) {
        this.subscription = subscription;
        this.wire = wire;
        this.patience = patience;
        this.clock = clock;
    }

    Incoming<E> decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return record.key() == null
                    ? new Incoming.Broken<>(record, "Neither key nor value", null)
                    : new Incoming.Erasure<>(record, new String(record.key(), UTF_8));
        }
        try {
            return event(record, wire.decode(record.value(), subscription.type()));
        } catch (UndecodableRecord e) {
            return new Incoming.Broken<>(record, String.valueOf(e.getMessage()), e);
        } catch (UnknownSchemaId e) {
            if (isPatient(record)) {
                throw e;
            }
            return new Incoming.Broken<>(record, e.getMessage() + ", after waiting " + patience, e);
        } catch (RuntimeException e) {
            if (Transience.isTransient(e)) {
                throw e;
            }
            return new Incoming.Broken<>(record, "No event can be made of it: " + e, e);
        }
    }

    private Incoming<E> event(ConsumerRecord<byte[], byte[]> record, E value) {
        EventIdentity identity = subscription.identity().apply(value);
        String key = record.key() == null ? "" : new String(record.key(), UTF_8);
        if (!identity.key().equals(key)) {
            String reason = "The record's key is %s, the event's is %s".formatted(key, identity.key());
            return new Incoming.Broken<>(record, reason, null);
        }
        return new Incoming.Event<>(record, identity, value);
    }

    /**
     * The patience of one record runs at a time, the first that needs it. A batch is read again from its beginning, so
     * records before that one come back whose patience is over: to begin theirs anew would hold the partition up for ever.
     */
    private boolean isPatient(ConsumerRecord<byte[], byte[]> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        Instant now = clock.instant();
        HeldUp since = heldUp.compute(
                partition,
                (p, old) -> old != null && record.offset() <= old.offset ? old : new HeldUp(record.offset(), now));
        return since.offset == record.offset() && now.isBefore(since.from.plus(patience));
    }

    private record HeldUp(long offset, Instant from) {}
}
