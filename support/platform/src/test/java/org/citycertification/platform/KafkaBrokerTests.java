package org.citycertification.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("full")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KafkaBrokerTests {

    private static final int MIB = 1 << 20;

    private final KafkaBroker broker = TestPlatform.shared(Part.KAFKA).kafka();

    @AfterEach
    void leaveARunningBroker() {
        broker.start();
    }

    @Test
    void keepsWhatWasAcknowledgedWhenItIsKilled() throws Exception {
        createTopic("killed", Map.of());
        send("killed", "before");

        broker.kill();
        assertThat(broker.isRunning()).isFalse();
        broker.start();
        send("killed", "after");

        assertThat(read("killed", 2)).containsExactly("before", "after");
    }

    @Test
    void keepsCommittedOffsetsWhenItIsKilled() throws Exception {
        createTopic("offsets", Map.of());
        var partition = new TopicPartition("offsets", 0);
        send("offsets", "first");
        try (var consumer = consumer("readers")) {
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(1)));
        }

        broker.kill();
        broker.start();

        try (var admin = admin()) {
            var offsets = admin.listConsumerGroupOffsets("readers")
                    .partitionsToOffsetAndMetadata()
                    .get();
            assertThat(offsets.get(partition).offset()).isEqualTo(1);
        }
    }

    @Test
    void isBackWithinAMinuteOfBeingKilled() {
        broker.kill();
        broker.start();

        assertThat(broker.startedIn()).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void answersNothingWhileFrozenAndGoesOnAfterwards() throws Exception {
        createTopic("frozen", Map.of());

        broker.freeze();
        try {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> send("frozen", "lost"))
                    .withCauseInstanceOf(TimeoutException.class);
        } finally {
            broker.resume();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(ExecutionException.class)
                .untilAsserted(() -> send("frozen", "kept"));
        assertThat(read("frozen", 1)).contains("kept");
    }

    @Test
    void neverMakesATopicByItself() {
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> send("nobody-made-this", "lost"));
    }

    @Test
    void takesLargerRecordsOnlyWhereTheTopicAllowsThem() throws Exception {
        createTopic("source", Map.of());
        createTopic("dead-letters", Map.of("max.message.bytes", String.valueOf(2 * MIB)));
        var large = "x".repeat(2 * MIB - 1024);

        send("dead-letters", large);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> send("source", large))
                .withCauseInstanceOf(RecordTooLargeException.class);
    }

    @Test
    void letsGoOfKilledProducersWithinSeconds() throws Exception {
        try (var admin = admin()) {
            var resource = new ConfigResource(ConfigResource.Type.BROKER, "1");
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);

            assertThat(config.get("transaction.abort.timed.out.transaction.cleanup.interval.ms")
                            .value())
                    .isEqualTo("1000");
        }
    }

    private void createTopic(String name, Map<String, String> settings) throws Exception {
        try (var admin = admin()) {
            var topic = new NewTopic(name, 1, (short) 1).configs(settings);
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private void send(String topic, String text) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "linger.ms", 0,
                "request.timeout.ms", 2000,
                "delivery.timeout.ms", 4000,
                "max.block.ms", 8000,
                "max.request.size", 4 * MIB);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private List<String> read(String topic, int count) {
        List<String> values = new ArrayList<>();
        try (var consumer = consumer("unused")) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (values.size() < count) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> values.add(message.value()));
            }
        }
        return values;
    }

    private KafkaConsumer<String, String> consumer(String group) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", group, "enable.auto.commit", false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
