package org.citycertification.intake.running;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;

/** The topics as other services see them. */
final class Kafka {
    private final String servers;
    private final WireFormat wire;

    Kafka(String servers, String registry) {
        this.servers = servers;
        this.wire = new WireFormat(Registries.client(registry), false);
    }

    void publish(EditionEvent event) {
        publish(Topics.EDITION, event.getEditionId(), event);
    }

    void publish(CaseEvent event) {
        publish(Topics.CASE, event.getCaseId().toString(), event);
    }

    private void publish(String topic, String key, SpecificRecord event) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), wire.encode(topic, event)))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    <T extends SpecificRecord> T decode(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        return wire.decode(record.value(), type);
    }

    /** Waits until the topic holds that many records with the key, and returns them. */
    List<ConsumerRecord<byte[], byte[]>> await(String topic, String key, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> all(topic, key), records -> records.size() >= count);
    }

    /** The records with the key that are committed now. */
    List<ConsumerRecord<byte[], byte[]>> all(String topic, String key) {
        return all(topic).stream()
                .filter(record -> record.key() != null && key.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** The records that are committed now. */
    List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }
}
