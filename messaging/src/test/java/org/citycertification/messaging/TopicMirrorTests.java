package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citycertification.messaging.mirror.Mirrors;
import org.citycertification.messaging.mirror.TopicMirror;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Who asks a mirror for everything gets what was committed before, or is told that it is not there yet. */
@Tag("adapters")
class TopicMirrorTests {
    @AutoClose
    private final MessagingSystem system = new MessagingSystem("mirrored");

    private final KafkaClients clients = new KafkaClients(spring());

    @AutoClose
    private final Admin admin = Admin.create(
            Map.<String, Object>of("bootstrap.servers", system.platform().bootstrapServers()));

    private final List<SubmissionEvent> seen = new CopyOnWriteArrayList<>();
    private final TopicMirror<SubmissionEvent> mirror =
            TopicMirror.of(system.reads(), SubmissionEvent.class, seen::add);

    @AutoClose("stop")
    private final Mirrors mirrors = new Mirrors(
            List.of(mirror),
            clients::consumerWithoutGroup,
            new TopicEnds(admin),
            new WireFormat(Registries.client(system.platform().registryUrl()), false));

    /** Between the commit and the moment in which readers see it, a topic looks as it does before the commit. */
    @Test
    void waitsForWhatIsStoredAndNotReadableYet() {
        UUID key = UUID.randomUUID();
        system.send(key, 1);
        mirrors.start();
        assertThat(mirror.awaitCurrentEnd(MessagingSystem.PATIENCE)).isTrue();

        try (var producer = new KafkaProducer<byte[], byte[]>(patient())) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, key, 2);
            assertThat(mirror.awaitCurrentEnd(Duration.ofSeconds(2))).isFalse();
            producer.commitTransaction();
        }

        assertThat(mirror.awaitCurrentEnd(MessagingSystem.PATIENCE)).isTrue();
        assertThat(seen)
                .filteredOn(event -> event.getSubmissionId().equals(key))
                .extracting(SubmissionEvent::getVersion)
                .containsExactly(1L, 2L);
    }

    /** One after the other they would take longer, with as many questions to the broker. */
    @Test
    void answersManyAtOnce() {
        system.send(UUID.randomUUID(), 1);
        mirrors.start();

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> mirror.awaitCurrentEnd(Duration.ofSeconds(10)), task -> new Thread(task, "asks").start()))
                .limit(600)
                .toList();

        assertThat(answers).extracting(CompletableFuture::join).containsOnly(true);
    }

    private void send(Producer<byte[], byte[]> producer, UUID key, long version) {
        byte[] value = system.encode(Things.event(key, version));
        producer.send(new ProducerRecord<>(system.reads(), key.toString().getBytes(UTF_8), value));
        producer.flush();
    }

    private Map<String, Object> patient() {
        Map<String, Object> settings = clients.producerSettings("mirrored");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 60_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 60_000);
        return settings;
    }

    private KafkaProperties spring() {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(system.platform().bootstrapServers()));
        return kafka;
    }
}
