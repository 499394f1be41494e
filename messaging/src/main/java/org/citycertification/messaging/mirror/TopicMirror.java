package org.citycertification.messaging.mirror;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.citycertification.messaging.TopicEnds;
import org.citycertification.schemas.wire.UndecodableRecord;
import org.citycertification.schemas.wire.WireFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a compacted topic from its beginning and hands each record to the service, on one thread. Declare one as a
 * bean and it is started. Each instance of a service has its own.
 */
public final class TopicMirror<E extends SpecificRecord> {
    private static final Logger log = LoggerFactory.getLogger(TopicMirror.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SHORT_POLL = Duration.ofMillis(20);
    private static final long RETRY_MILLIS = 500;

    private final String topic;
    private final Class<E> type;
    private final Consumer<E> onRecord;
    private final Waiting waiting;
    private volatile boolean caughtUp;
    private volatile boolean seenAny;

    private TopicMirror(String topic, Class<E> type, Consumer<E> onRecord) {
        this.topic = topic;
        this.type = type;
        this.onRecord = onRecord;
        this.waiting = new Waiting(topic);
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
        return waiting.await(atMost);
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
        while (!Thread.currentThread().isInterrupted()) {
            consumer.poll(waiting.isAnswering() ? SHORT_POLL : POLL).forEach(record -> take(record, wire));
            caughtUp = caughtUp || Waiting.isReached(consumer, startEnd);
            waiting.answer(consumer, () -> topicEnds.ask(partitions));
        }
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
