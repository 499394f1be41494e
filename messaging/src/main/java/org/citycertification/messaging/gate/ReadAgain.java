package org.citycertification.messaging.gate;

import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Has a failed batch read again, for as long as it fails; no sort of exception makes the container skip a record. Nothing
 * of the batch is kept in memory: Spring's own handler retries inside the batch, and loses the batch when a rebalance
 * fails meanwhile.
 */
final class ReadAgain implements CommonErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(ReadAgain.class);
    private static final long PAUSE_MILLIS = 500;

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        log.warn("{} record(s) are read again: {}", batch.count(), reason(failure));
        Set<TopicPartition> assigned = consumer.assignment();
        for (TopicPartition partition : batch.partitions()) {
            if (assigned.contains(partition)) {
                consumer.seek(partition, batch.records(partition).get(0).offset());
            }
        }
        pause(container);
    }

    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        log.warn("Reading failed and goes on: {}", reason(failure));
        pause(container);
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    /** Below the container's own wrapping. */
    private static String reason(Exception failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure.toString() : cause.toString();
    }

    private static void pause(MessageListenerContainer container) {
        try {
            ListenerUtils.stoppableSleep(container, PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
