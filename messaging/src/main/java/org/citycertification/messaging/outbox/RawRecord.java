package org.citycertification.messaging.outbox;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record to publish byte for byte. */
public record RawRecord(
        String topic, @Nullable Integer partition, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {}
