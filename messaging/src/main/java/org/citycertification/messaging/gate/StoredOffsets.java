package org.citycertification.messaging.gate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Has a reader go on where the database says. While the database or the broker is away it waits: a partition whose assignment fails is
 * not read at all, and at any other place a record could be left out.
 */
final class StoredOffsets implements ConsumerAwareRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(StoredOffsets.class);
    private static final long RETRY_MILLIS = 500;

    private final Positions positions;
    private final java.util.function.Consumer<Collection<TopicPartition>> forget;
    private final BooleanSupplier running;

    /** @param forget told of partitions that are no longer this instance's */
    StoredOffsets(
            Positions positions,
            java.util.function.Consumer<Collection<TopicPartition>> forget,
            BooleanSupplier running) {
        this.positions = positions;
        this.forget = forget;
        this.running = running;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = untilItAnswers("the topic's ends", () -> consumer.endOffsets(partitions));
        ends.forEach((partition, end) -> {
            OptionalLong next = untilItAnswers("the database", () -> nextOffset(partition, end));
            if (next.isPresent()) {
                consumer.seek(partition, next.getAsLong());
            } else {
                consumer.seekToBeginning(List.of(partition));
            }
        });
    }

    /**
     * A topic that ends before the stored offset was restored from an older copy, or made anew. New records then come at
     * offsets that count as read, so the partition is read from its beginning: the versions tell what was applied.
     */
    private OptionalLong nextOffset(TopicPartition partition, long end) {
        OptionalLong next = positions.nextOffset(partition.partition());
        if (next.isEmpty() || next.getAsLong() <= end) {
            return next;
        }
        log.warn(
                "{} ends at {}, but was read to {} before: Kafka has lost records. It is read again from its beginning.",
                partition,
                end,
                next.getAsLong());
        positions.forgetOffset(partition.partition());
        return OptionalLong.empty();
    }

    private <T> T untilItAnswers(String what, Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (RuntimeException e) {
                if (!running.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                log.warn("A reader waits for {}: {}", what, e.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget.accept(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget.accept(partitions);
    }
}
