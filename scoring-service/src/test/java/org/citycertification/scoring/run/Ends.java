package org.citycertification.scoring.run;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.citycertification.schemas.Topic;
import org.citycertification.scoring.ScoringPlatform;

/** Where topics end. */
public final class Ends {
    private Ends() {}

    /** Of every topic of the system but one, by {@code topic-partition}, once no transaction is open there. */
    public static Map<String, Long> ofAllBut(String left) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> all(left, "read_committed"), ends -> ends.equals(all(left, "read_uncommitted")));
    }

    private static Map<String, Long> all(String left, String isolation) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ScoringPlatform.platform().bootstrapServers(), "isolation.level", isolation);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = Arrays.stream(Topic.values())
                    .map(Topic::topicName)
                    .filter(topic -> !topic.equals(left))
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<String, Long> ends = new TreeMap<>();
            consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.toString(), end));
            return ends;
        }
    }
}
