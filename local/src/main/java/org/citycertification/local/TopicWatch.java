package org.citycertification.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.wire.AvroDeserializer;
import org.citycertification.schemas.wire.RegistryUnavailable;

/** Follows every topic from the moment it is opened, as any subscriber could, and remembers what it saw. */
public final class TopicWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch positioned = new CountDownLatch(1);
    private final Consumer<Seen> onRecord;
    private final Map<String, Object> settings;
    private volatile boolean open = true;

    /**
     * A record as it was read.
     *
     * @param traceparent the header of that name, empty if there is none
     */
    public record Seen(
            String topic,
            int partition,
            long offset,
            String key,
            String type,
            String traceparent,
            IndexedRecord value) {}

    /** Starts to follow; returns once the end of every topic is known. */
    public TopicWatch(RunningSystem system, Consumer<Seen> onRecord) throws InterruptedException {
        this.onRecord = onRecord;
        this.settings = new HashMap<>(system.kafkaClient());
        settings.put("bootstrap.servers", system.bootstrapServers());
        settings.put("schema.registry.url", system.registryUrl());
        settings.put("specific.avro.reader", "true");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("key.deserializer", StringDeserializer.class);
        settings.put("value.deserializer", AvroDeserializer.class);
        var thread = new Thread(this::follow, "topic-watch");
        thread.setDaemon(true);
        thread.start();
        positioned.await();
    }

    private void follow() {
        try (var consumer = new KafkaConsumer<String, IndexedRecord>(settings)) {
            List<TopicPartition> partitions = Arrays.stream(Topic.values())
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            positioned.countDown();
            while (open) {
                poll(consumer).forEach(this::note);
            }
        } finally {
            positioned.countDown();
        }
    }

    /** While the registry is away the consumer stays at the record that needs it. */
    private static ConsumerRecords<String, IndexedRecord> poll(KafkaConsumer<String, IndexedRecord> consumer) {
        try {
            return consumer.poll(POLL);
        } catch (RecordDeserializationException e) {
            if (e.getCause() instanceof RegistryUnavailable) {
                LockSupport.parkNanos(POLL.toNanos());
                return ConsumerRecords.empty();
            }
            throw e;
        }
    }

    private void note(ConsumerRecord<String, IndexedRecord> record) {
        if (record.value() == null) {
            return;
        }
        var one = new Seen(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                header(record, "ce_type", record.value().getSchema().getName()),
                header(record, "traceparent", ""),
                record.value());
        onRecord.accept(one);
        seen.add(one);
    }

    private static String header(ConsumerRecord<?, ?> record, String name, String otherwise) {
        Header header = record.headers().lastHeader(name);
        return header == null ? otherwise : new String(header.value(), UTF_8);
    }

    /** Everything seen so far, in order of sight. */
    public List<Seen> all() {
        return List.copyOf(seen);
    }

    /** The first value of the type that fits. */
    public <T> Optional<T> find(Class<T> type, Predicate<T> fits) {
        return seen.stream()
                .map(Seen::value)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(fits)
                .findFirst();
    }

    @Override
    public void close() {
        open = false;
    }
}
