package org.citycertification.schemas.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;

/** Every topic as it is to be made, dead letters included. */
final class PlannedTopics {
    /** So many copies must hold a record before it counts as written. */
    static final String MIN_INSYNC = "min.insync.replicas";

    private static final int LARGEST_RECORD = 1_048_576;
    /** A dead letter is the original record plus its reason. */
    private static final int LARGEST_DEAD_LETTER = 2 * LARGEST_RECORD;

    private static final String HOUR = "3600000";
    private static final String MONTH = String.valueOf(Duration.ofDays(30).toMillis());

    private final short replicas;

    PlannedTopics(short replicas) {
        this.replicas = replicas;
    }

    List<NewTopic> all() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(planned(topic.topicName(), topic.partitions(), configOf(topic)));
            for (String reader : Topics.READERS.getOrDefault(topic, List.of())) {
                String name = Topics.deadLetters(topic.topicName(), reader);
                topics.add(planned(name, topic.partitions(), configOfDeadLetters(topic)));
            }
        }
        return topics;
    }

    /** One broker may be away without stopping the writers; from three copies on a record on one alone does not count. */
    static int minInsync(int replicas) {
        return Math.max(1, replicas - 1);
    }

    private NewTopic planned(String name, int partitions, Map<String, String> config) {
        Map<String, String> whole = new HashMap<>(config);
        whole.put(MIN_INSYNC, String.valueOf(minInsync(replicas)));
        return new NewTopic(name, partitions, replicas).configs(whole);
    }

    private static Map<String, String> configOf(Topic topic) {
        String largest = String.valueOf(LARGEST_RECORD);
        return switch (topic.retention()) {
            case FOR_EVER -> Map.of("retention.ms", "-1", "cleanup.policy", "delete", "max.message.bytes", largest);
            case LATEST_PER_KEY ->
                Map.of(
                        "retention.ms",
                        "-1",
                        "cleanup.policy",
                        "compact",
                        "segment.ms",
                        HOUR,
                        "max.compaction.lag.ms",
                        HOUR,
                        "min.cleanable.dirty.ratio",
                        "0.01",
                        "max.message.bytes",
                        largest);
        };
    }

    /** What must be erasable may not be kept for ever as a dead letter either. */
    private static Map<String, String> configOfDeadLetters(Topic topic) {
        String retention = topic.retention() == Topic.Retention.LATEST_PER_KEY ? MONTH : "-1";
        return Map.of("retention.ms", retention, "max.message.bytes", String.valueOf(LARGEST_DEAD_LETTER));
    }
}
