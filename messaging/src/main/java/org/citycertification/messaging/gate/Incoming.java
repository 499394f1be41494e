package org.citycertification.messaging.gate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record as far as its bytes could be understood. */
sealed interface Incoming<E> {
    ConsumerRecord<byte[], byte[]> record();

    /** An event, ready to be applied. */
    record Event<E>(ConsumerRecord<byte[], byte[]> record, EventIdentity identity, E value) implements Incoming<E> {}

    /** A record without a value. */
    record Erasure<E>(ConsumerRecord<byte[], byte[]> record, String key) implements Incoming<E> {}

    /** Bytes that can never be read. */
    record Broken<E>(
            ConsumerRecord<byte[], byte[]> record,
            String reason,
            @Nullable Throwable failure) implements Incoming<E> {}
}
