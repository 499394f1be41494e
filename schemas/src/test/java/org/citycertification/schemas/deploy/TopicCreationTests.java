package org.citycertification.schemas.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TopicCreationTests {
    private static Admin admin;

    @BeforeAll
    static void create() {
        String broker = TestPlatform.shared(Part.KAFKA).bootstrapServers();
        admin = Admin.create(Map.of("bootstrap.servers", broker));
        new TopicCreation(admin, (short) 1).createAll();
    }

    @AfterAll
    static void close() {
        admin.close();
    }

    /** Whatever the broker's default is: each topic says it for itself. */
    @Test
    void everyTopicSaysHowManyCopiesMustBeInSync() throws Exception {
        assertThat(configs(planned())).hasSize(planned().size()).allSatisfy(config -> {
            ConfigEntry entry = config.get("min.insync.replicas");
            assertThat(entry.value()).isEqualTo("1");
            assertThat(entry.source()).isEqualTo(ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
        });
    }

    @Test
    void saysNothingOfTopicsThatAreAsPlanned(CapturedOutput output) {
        new TopicCreation(admin, (short) 1).createAll();

        assertThat(output).doesNotContain("min.insync.replicas=", "replication factor");
    }

    @Test
    void warnsOfEveryTopicWithOtherCopiesAndLeavesItAsItIs(CapturedOutput output) throws Exception {
        new TopicCreation(admin, (short) 3).createAll();

        for (String topic : planned()) {
            assertThat(output).contains("Topic " + topic + " has replication factor 1");
        }
        assertThat(configs(planned()))
                .allMatch(config -> config.get("min.insync.replicas").value().equals("1"));
    }

    @Test
    void warnsOfDeadLettersWithAnotherNumberInSync(CapturedOutput output) throws Exception {
        String topic = Topics.deadLetters(Topic.CASE.topicName(), "intake");
        set(topic, "2");
        try {
            new TopicCreation(admin, (short) 1).createAll();
        } finally {
            set(topic, "1");
        }

        assertThat(output).contains("Topic " + topic + " has min.insync.replicas=2 instead of 1");
        assertThat(output).doesNotContain("Topic " + Topics.CASE + " has");
    }

    private static List<String> planned() {
        return new PlannedTopics((short) 1).all().stream().map(NewTopic::name).toList();
    }

    private static Collection<Config> configs(List<String> topics) throws ExecutionException, InterruptedException {
        List<ConfigResource> resources =
                topics.stream().map(TopicCreationTests::resource).toList();
        return admin.describeConfigs(resources).all().get().values();
    }

    /** Returns when the broker that answers everything here has applied it. */
    private static void set(String topic, String minInsync) throws ExecutionException, InterruptedException {
        var change = new AlterConfigOp(new ConfigEntry("min.insync.replicas", minInsync), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource(topic), List.of(change)))
                .all()
                .get();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> configs(List.of(topic))
                                .iterator()
                                .next()
                                .get("min.insync.replicas")
                                .value(),
                        minInsync::equals);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
