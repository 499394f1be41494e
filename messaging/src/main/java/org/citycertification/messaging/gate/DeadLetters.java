package org.citycertification.messaging.gate;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.messaging.failure.DeadLetterHeaders;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.RawRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a record that can never be applied on {@code <topic>.<service>.dlt}, through the outbox and so exactly once. */
final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final Outbox outbox;
    private final String service;
    private final Clock clock;

    DeadLetters(Outbox outbox, String service, Clock clock) {
        this.outbox = outbox;
        this.service = service;
        this.clock = clock;
    }

    void add(ConsumerRecord<byte[], byte[]> record, String reason, @Nullable Throwable failure) {
        log.error(
                "Dead letter: {} partition {} offset {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                reason,
                failure);
        outbox.append(new RawRecord(
                record.topic() + "." + service + ".dlt",
                record.partition(),
                record.key(),
                record.value(),
                DeadLetterHeaders.of(record, service, reason, failure, clock.instant())));
    }
}
