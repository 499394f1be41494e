package org.citycertification.scoring.scorecard.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.citycertification.messaging.TopicEnds;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.DeadLetterLog;
import org.citycertification.schemas.wire.WireFormat;

/**
 * What the topic alone says about a dead letter. It is read to the last record, committed or not: an answer that another
 * instance has committed may become visible later than the offset that was committed with it.
 */
final class LetterHistory {

    private static final Duration POLL = Duration.ofMillis(100);
    /** Longer than a transaction may stay open. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final TopicEnds topicEnds;
    private final WireFormat wire;

    /** @param consumers makes a consumer without a group that reads committed records only */
    LetterHistory(Supplier<Consumer<byte[], byte[]>> consumers, TopicEnds topicEnds, WireFormat wire) {
        this.consumers = consumers;
        this.topicEnds = topicEnds;
        this.wire = wire;
    }

    /**
     * The letter at an offset and what was done about it up to now.
     *
     * @throws TimeoutException if the topic's end cannot be reached yet
     */
    Optional<DeadLetterFile> of(TopicPartition partition, long offset) {
        if (offset < 0) {
            return Optional.empty();
        }
        long end = Objects.requireNonNull(topicEnds.of(List.of(partition)).get(partition));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var log = new DeadLetterLog(wire);
        try (var consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, Math.min(offset, end));
            while (consumer.position(partition) < end) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("The end of " + partition + " is not readable yet");
                }
                consumer.poll(POLL).forEach(log::add);
            }
        }
        return log.at(partition, offset);
    }
}
