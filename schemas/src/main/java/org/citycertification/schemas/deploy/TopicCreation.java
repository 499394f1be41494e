package org.citycertification.schemas.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;

/** Creates the topics and waits until every partition can be written to. */
final class TopicCreation {
    /** A dead letter is the original record plus its reason. */
    static final int LARGEST_RECORD = 1_048_576;

    private static final int LARGEST_DEAD_LETTER = 2 * LARGEST_RECORD;
    private static final long LEADERS_WITHIN_SECONDS = 30;
    private static final long PAUSE_MILLIS = 50;
    private static final String HOUR = "3600000";
    private static final String MONTH = String.valueOf(Duration.ofDays(30).toMillis());

    private final Admin admin;
    private final short replicas;

    TopicCreation(Admin admin, short replicas) {
        this.admin = admin;
        this.replicas = replicas;
    }

    void createAll() {
        List<NewTopic> topics = all();
        topics.forEach(this::create);
        awaitLeaders(topics.stream().map(NewTopic::name).toList());
    }

    private List<NewTopic> all() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(topic(topic.topicName(), topic.partitions(), configOf(topic)));
            for (String reader : Topics.READERS.getOrDefault(topic, List.of())) {
                topics.add(topic(
                        Topics.deadLetters(topic.topicName(), reader),
                        topic.partitions(),
                        Map.of(
                                "retention.ms",
                                retentionOfDeadLetters(topic),
                                "max.message.bytes",
                                String.valueOf(LARGEST_DEAD_LETTER))));
            }
        }
        return topics;
    }

    /** What must be erasable may not be kept for ever as a dead letter either. */
    private static String retentionOfDeadLetters(Topic topic) {
        return topic.retention() == Topic.Retention.LATEST_PER_KEY ? MONTH : "-1";
    }

    private NewTopic topic(String name, int partitions, Map<String, String> config) {
        return new NewTopic(name, partitions, replicas).configs(config);
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

    private void create(NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Topic " + topic.name() + " was not created: " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }

    private void awaitLeaders(List<String> names) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LEADERS_WITHIN_SECONDS);
        while (!allHaveLeaders(names)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Some partitions have no leader after " + LEADERS_WITHIN_SECONDS + " s; is every broker up?");
            }
            pause();
        }
    }

    private boolean allHaveLeaders(List<String> names) {
        try {
            return admin.describeTopics(names).allTopicNames().get(5, TimeUnit.SECONDS).values().stream()
                    .map(TopicDescription::partitions)
                    .allMatch(partitions -> partitions.stream().allMatch(p -> p.leader() != null));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new IllegalStateException("Topics could not be described: " + e.getCause(), e);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for leaders", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for leaders", e);
        }
    }
}
