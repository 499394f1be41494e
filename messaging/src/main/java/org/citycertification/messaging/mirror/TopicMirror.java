package org.citycertification.messaging.mirror;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.citycertification.messaging.TopicEnds;
import org.citycertification.schemas.wire.UndecodableRecord;
import org.citycertification.schemas.wire.WireFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a compacted topic from its beginning and hands each record to the service, on one thread. Declare one as a
 * bean and it is started. Each instance of a service has its own.
 */
public final class TopicMirror<E extends SpecificRecord> {
    private static final Logger log = LoggerFactory.getLogger(TopicMirror.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MILLIS = 500;

    private final String topic;
    private final Class<E> type;
    private final Consumer<E> onRecord;
    private final ConcurrentLinkedQueue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean caughtUp;
    private volatile boolean seenAny;

    private TopicMirror(String topic, Class<E> type, Consumer<E> onRecord) {
        this.topic = topic;
        this.type = type;
        this.onRecord = onRecord;
    }

    /**
     * A mirror of the topic.
     *
     * @param onRecord called for each record, possibly more than once; must not fail
     */
    public static <E extends SpecificRecord> TopicMirror<E> of(String topic, Class<E> type, Consumer<E> onRecord) {
        return new TopicMirror<>(topic, type, onRecord);
    }

    /** The topic it follows. */
    public String topic() {
        return topic;
    }

    /** Whether the end that the topic had at the start was reached and at least one record was seen. */
    public boolean caughtUp() {
        return caughtUp && seenAny;
    }

    /**
     * Waits until everything was seen that the topic holds at this moment, also what was committed only just now.
     *
     * @return false if that did not happen in time
     */
    public boolean awaitCurrentEnd(Duration atMost) {
        var reached = new CompletableFuture<Void>();
        waiting.add(reached);
        try {
            reached.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            reached.cancel(false);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Follows the topic until the thread is interrupted; starts again from the beginning after trouble. */
    void follow(Consumers consumers, TopicEnds topicEnds, WireFormat wire) {
        while (!Thread.currentThread().isInterrupted()) {
            try (var consumer = consumers.open()) {
                read(consumer, topicEnds, wire);
            } catch (InterruptException | WakeupException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.warn("The mirror of {} starts again: {}", topic, e.toString());
                pause();
            }
        }
    }

    /** Opens a consumer without a group. */
    @FunctionalInterface
    interface Consumers {
        org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> open();
    }

    private void read(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, TopicEnds topicEnds, WireFormat wire) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("Topic " + topic + " does not exist yet; has the deploy step run?");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> startEnd = consumer.endOffsets(partitions);
        Ends ends = null;
        while (!Thread.currentThread().isInterrupted()) {
            consumer.poll(POLL).forEach(record -> take(record, wire));
            caughtUp = caughtUp || reached(consumer, startEnd);
            ends = answerWaiting(consumer, partitions, topicEnds, ends);
        }
    }

    /** Who waits, and for which end. */
    private record Ends(List<CompletableFuture<Void>> waiters, Map<TopicPartition, Long> offsets) {}

    private @Nullable Ends answerWaiting(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            TopicEnds topicEnds,
            @Nullable Ends current) {
        Ends ends = current;
        if (ends == null) {
            List<CompletableFuture<Void>> waiters = takeWaiting();
            if (waiters.isEmpty()) {
                return null;
            }
            ends = new Ends(waiters, topicEnds.of(partitions));
        }
        if (!reached(consumer, ends.offsets())) {
            return ends;
        }
        ends.waiters().forEach(waiter -> waiter.complete(null));
        return null;
    }

    /** All who wait now: many questions cost no more than one. */
    private List<CompletableFuture<Void>> takeWaiting() {
        List<CompletableFuture<Void>> taken = new ArrayList<>();
        for (CompletableFuture<Void> next = waiting.poll(); next != null; next = waiting.poll()) {
            if (!next.isDone()) {
                taken.add(next);
            }
        }
        return taken;
    }

    private static boolean reached(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void take(ConsumerRecord<byte[], byte[]> record, WireFormat wire) {
        if (record.value() == null) {
            return;
        }
        try {
            onRecord.accept(wire.decode(record.value(), type));
            seenAny = true;
        } catch (UndecodableRecord e) {
            log.error(
                    "{} partition {} offset {} cannot be read and is left out: {}",
                    topic,
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
