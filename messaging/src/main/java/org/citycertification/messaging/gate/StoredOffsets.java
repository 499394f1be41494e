package org.citycertification.messaging.gate;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Has a reader go on where the database says. While the database is away it waits: a partition whose assignment fails is
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
        for (TopicPartition partition : partitions) {
            OptionalLong next = nextOffset(partition);
            if (next.isPresent()) {
                consumer.seek(partition, next.getAsLong());
            } else {
                consumer.seekToBeginning(List.of(partition));
            }
        }
    }

    private OptionalLong nextOffset(TopicPartition partition) {
        while (true) {
            try {
                return positions.nextOffset(partition.partition());
            } catch (RuntimeException e) {
                if (!running.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                log.warn("{} waits for its offset in the database: {}", partition, e.toString());
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
