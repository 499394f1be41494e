package org.citycertification.schemas.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicDifferenceTests {
    @ParameterizedTest(name = "{0} copies: a record counts on {1}")
    @CsvSource({"1, 1", "2, 1", "3, 2", "5, 4"})
    void oneCopyMayBeAway(short replicas, String minInsync) {
        assertThat(new PlannedTopics(replicas).all())
                .hasSizeGreaterThan(10)
                .anyMatch(topic -> topic.name().endsWith(".dlt"))
                .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("min.insync.replicas", minInsync))
                .extracting(NewTopic::replicationFactor)
                .containsOnly(replicas);
    }

    @Test
    void saysNothingOfATopicAsPlanned() {
        assertThat(new TopicDifference("a", 3, 2).from(3)).isEmpty();
    }

    @Test
    void namesTheCommandForTooFewInSync() {
        assertThat(new TopicDifference("a", 3, 1).from(3))
                .contains("Topic a has min.insync.replicas=1 instead of 2. To change it: kafka-configs.sh"
                        + " --bootstrap-server BROKER --alter --entity-type topics --entity-name a"
                        + " --add-config min.insync.replicas=2");
    }

    @Test
    void putsCopiesBeforeTheNumberInSync() {
        assertThat(new TopicDifference("a", 1, 1).from(3))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("Topic a has replication factor 1, KAFKA_REPLICATION_FACTOR says 3.")
                        .contains("KAFKA_REPLICATION_FACTOR=1", "and then, since min.insync.replicas is 1")
                        .containsSubsequence("kafka-reassign-partitions.sh", "min.insync.replicas=2"));
    }

    @Test
    void asksForNoLessInSyncWhereTheNumberIsRight() {
        assertThat(new TopicDifference("a", 3, 1).from(2))
                .hasValueSatisfying(text ->
                        assertThat(text).contains("replication factor 3").doesNotContain("--add-config"));
    }
}
