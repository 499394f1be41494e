package org.citycertification.messaging.gate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.citycertification.schemas.deadletter.DeadLetter;

/** Reads a dead letter again from its topic, which is the only place that has its bytes. */
final class LetterFetch {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    /** @param consumers makes a consumer without a group that reads committed records only */
    LetterFetch(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /**
     * The letter at an offset before the resolution that names it.
     *
     * @return empty if there is none
     * @throws TimeoutException if the broker does not give it in time; it may later
     */
    Optional<DeadLetter> before(ConsumerRecord<byte[], byte[]> resolution, long offset) {
        if (offset < 0 || offset >= resolution.offset()) {
            return Optional.empty();
        }
        var partition = new TopicPartition(resolution.topic(), resolution.partition());
        long deadline = System.nanoTime() + LONGEST_NANOS;
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    return record.offset() == offset ? DeadLetter.of(record) : Optional.empty();
                }
            }
        }
        throw new TimeoutException("The dead letter at " + partition + " offset " + offset + " could not be read yet");
    }
}
