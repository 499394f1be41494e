package org.citycertification.messaging.outbox;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.citycertification.messaging.headers.HeaderBytes;
import org.jspecify.annotations.Nullable;

/** A stored record that waits to be published. */
record OutboxRow(
        long id,
        String topic,
        @Nullable Integer partition,
        byte @Nullable [] key,
        byte @Nullable [] payload,
        byte[] headers) {

    @SuppressWarnings("NullAway") // Kafka takes null for partition, key and value
    ProducerRecord<byte[], byte[]> toRecord() {
        return new ProducerRecord<>(topic, partition, key, payload, HeaderBytes.read(headers));
    }
}
