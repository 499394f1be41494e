package org.citycertification.scoring.scorecard.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.DeadLetterLog;
import org.citycertification.schemas.wire.WireFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Follows the dead-letter topic to know how many letters wait for an operator; each instance has its own. */
final class OpenLetters implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OpenLetters.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_MILLIS = 1_000;

    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final WireFormat wire;
    private volatile @Nullable Thread thread;
    private volatile long open;

    /** @param consumers makes a consumer without a group that reads committed records only */
    OpenLetters(String topic, Supplier<Consumer<byte[], byte[]>> consumers, WireFormat wire) {
        this.topic = topic;
        this.consumers = consumers;
        this.wire = wire;
    }

    /** How many there are, as far as the topic was read. */
    long now() {
        return open;
    }

    @Override
    public void start() {
        var started = new Thread(this::run, "open-letters");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try (var consumer = consumers.get()) {
                follow(consumer);
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("{} is read again from its beginning: {}", topic, e.toString());
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var letters = new DeadLetterLog(wire);
        while (thread == Thread.currentThread()) {
            var records = consumer.poll(POLL);
            records.forEach(record -> letters.add(withoutBytes(record)));
            if (!records.isEmpty()) {
                open = letters.files().stream()
                        .filter(file -> file.state().isOpen())
                        .count();
            }
        }
    }

    /** A letter's content is not kept in memory. */
    private static ConsumerRecord<byte[], byte[]> withoutBytes(ConsumerRecord<byte[], byte[]> record) {
        return DeadLetter.of(record).isEmpty()
                ? record
                : new ConsumerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        record.timestampType(),
                        record.serializedKeySize(),
                        record.serializedValueSize(),
                        record.key(),
                        null,
                        record.headers(),
                        Optional.empty());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
