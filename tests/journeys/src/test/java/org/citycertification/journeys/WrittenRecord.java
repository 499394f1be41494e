package org.citycertification.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.citycertification.local.RunningSystem;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;

/** A record that is committed on a topic, in the schema that it was written with. */
record WrittenRecord(String topic, String key, GenericRecord value) {
    private static final Duration POLL = Duration.ofMillis(200);

    /** All there are on the topics that fit, each partition in its order; tombstones are left out. */
    static List<WrittenRecord> all(RunningSystem system, Predicate<String> topics) {
        var wire = new WireFormat(Registries.client(system.registryUrl()), false);
        List<WrittenRecord> all = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(settings(system), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, topics);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.value() != null) {
                        all.add(new WrittenRecord(
                                record.topic(), record.key(), (GenericRecord) wire.decodeGeneric(record.value())));
                    }
                }
            }
        }
        return all;
    }

    private static Map<String, Object> settings(RunningSystem system) {
        Map<String, Object> settings = new HashMap<>(system.kafkaClient());
        settings.put("bootstrap.servers", system.bootstrapServers());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        return settings;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Predicate<String> topics) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topics.test(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Whether it has the field that only the next build knows, with that build's value; earlier builds' lack it. */
    boolean isOfNextBuild() {
        return value.hasField(NextContracts.FIELD) && text(NextContracts.FIELD).equals(NextContracts.VALUE);
    }

    /** The decision that it releases. */
    Optional<GenericRecord> decision() {
        return topic.equals(Topics.CASE)
                ? Optional.ofNullable((GenericRecord) value.get("decisionReleased"))
                : Optional.empty();
    }

    /** A field's value as text. */
    String text(String field) {
        return String.valueOf(value.get(field));
    }

    /** The version of its key that it tells of. */
    long version() {
        return (Long) value.get(value.hasField("cityVersion") ? "cityVersion" : "version");
    }
}
