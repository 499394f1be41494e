package org.citycertification.messaging.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.messaging.failure.SchemaPatience;
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
    private final SchemaPatience patience;

    Decoder(Subscription<E> subscription, WireFormat wire, Duration patience, Clock clock) {
        this.subscription = subscription;
        this.wire = wire;
        this.patience = new SchemaPatience(patience, clock);
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
            if (patience.lasts(e)) {
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
}
