package org.citycertification.messaging.gate;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.messaging.failure.DeadLetterHeaders;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.RawRecord;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a record that can never be applied on {@code <topic>.<service>.dlt}, through the outbox and so exactly once. */
final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final Outbox outbox;
    private final LetterRows rows;
    private final String service;
    private final Clock clock;

    DeadLetters(Outbox outbox, LetterRows rows, String service, Clock clock) {
        this.outbox = outbox;
        this.rows = rows;
        this.service = service;
        this.clock = clock;
    }

    /** Where letters of a topic go. */
    static String topic(String source, String service) {
        return source + "." + service + ".dlt";
    }

    void add(ConsumerRecord<byte[], byte[]> record, String reason, @Nullable Throwable failure) {
        rows.refuse(record).ifPresent(attempt -> publish(record, reason, failure, attempt));
    }

    /** A new letter of a record whose redrive failed. */
    void addAgain(DeadLetter letter, String reason, @Nullable Throwable failure) {
        rows.failedAgain(letter);
        publish(letter.original(), reason, failure, letter.attempt() + 1);
    }

    private void publish(
            ConsumerRecord<byte[], byte[]> record, String reason, @Nullable Throwable failure, int attempt) {
        log.error(
                "Dead letter: {} partition {} offset {}, refusal {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                attempt,
                reason,
                failure);
        outbox.append(new RawRecord(
                topic(record.topic(), service),
                record.partition(),
                record.key(),
                record.value(),
                DeadLetterHeaders.of(record, service, reason, failure, clock.instant(), attempt)));
    }
}
