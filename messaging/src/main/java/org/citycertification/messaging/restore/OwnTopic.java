package org.citycertification.messaging.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.schemas.wire.UndecodableRecord;
import org.citycertification.schemas.wire.WireFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a topic of the service's own from its beginning to the end that it has when reading begins. */
final class OwnTopic {
    private static final Logger log = LoggerFactory.getLogger(OwnTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long BETWEEN_REPORTS = Duration.ofSeconds(5).toNanos();

    private final WrittenSchema written;
    private final WireFormat wire;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Map<String, Carried> byKey = new HashMap<>();
    private long records;

    /** Takes the ends; whatever the database is asked afterwards is not older than they are. */
    OwnTopic(WrittenSchema written, WireFormat wire, Consumer<byte[], byte[]> consumer) {
        this.written = written;
        this.wire = wire;
        this.consumer = consumer;
        List<TopicPartition> partitions = consumer.partitionsFor(written.topic()).stream()
                .map(info -> new TopicPartition(written.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("Topic " + written.topic() + " does not exist; has the deploy step run?");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
    }

    /** What the topic carries of each key; memory grows with keys, not with records. */
    Map<String, Carried> read(Map<String, GivenOut> database) {
        long reported = System.nanoTime();
        while (!reachedEnds()) {
            consumer.poll(POLL).forEach(record -> take(record, database));
            if (System.nanoTime() - reported > BETWEEN_REPORTS) {
                reported = System.nanoTime();
                log.info("Reading {}: {} records so far, {} to go", written.topic(), records, left());
            }
        }
        log.info("Read {}: {} records, {} keys", written.topic(), records, byKey.size());
        return byKey;
    }

    private boolean reachedEnds() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private long left() {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Map<String, GivenOut> database) {
        records++;
        if (record.key() == null) {
            return;
        }
        String key = new String(record.key(), UTF_8);
        Carried carried = byKey.computeIfAbsent(key, k -> new Carried(record.partition()));
        if (record.value() == null) {
            carried.erasure(record.offset());
            return;
        }
        try {
            IndexedRecord event = wire.decodeGeneric(record.value());
            if (written.stateless().stream().anyMatch(kind -> field(event, kind) != null)) {
                carried.stateless();
            } else if (field(event, written.versionField()) instanceof Long version) {
                long givenOut = database.getOrDefault(key, GivenOut.NOTHING).version();
                carried.event(version, record.offset(), givenOut);
            }
        } catch (UndecodableRecord e) {
            log.error("{} cannot be read and is left out: {}", place(record), e.getMessage());
        }
    }

    private static @Nullable Object field(IndexedRecord event, String name) {
        Schema.Field field = event.getSchema().getField(name);
        return field == null ? null : event.get(field.pos());
    }

    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return "%s partition %d offset %d".formatted(record.topic(), record.partition(), record.offset());
    }
}
