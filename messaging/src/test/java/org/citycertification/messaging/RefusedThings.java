package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.DeadLetterLog;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Resolution;
import org.citycertification.schemas.deadletter.v1.Result;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;

/** A topic that a service reads, whose records it refuses when told to, and the letters about them. */
final class RefusedThings implements AutoCloseable {
    private final MessagingSystem system;
    private final String topic;
    private final String letterTopic;
    private final String broker;
    private final WireFormat wire;
    private final KafkaProducer<byte[], byte[]> producer;

    RefusedThings(MessagingSystem system, String topic) {
        this.system = system;
        this.topic = topic;
        this.letterTopic = topic + "." + system.name() + ".dlt";
        this.broker = system.platform().bootstrapServers();
        this.wire = new WireFormat(Registries.client(system.platform().registryUrl()), true);
        TestTopics.create(broker, List.of(topic), List.of(letterTopic));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new ByteArraySerializer(), new ByteArraySerializer());
    }

    String letterTopic() {
        return letterTopic;
    }

    static void failsOn(SubmissionEvent event, RuntimeException failure) {
        ThingService.BEFORE.put(event.getEventId(), jdbc -> {
            throw failure;
        });
    }

    static void isRepairedFor(SubmissionEvent event) {
        ThingService.BEFORE.remove(event.getEventId());
    }

    void send(int partition, SubmissionEvent event) {
        byte[] key = event.getSubmissionId().toString().getBytes(UTF_8);
        producer.send(new ProducerRecord<>(topic, partition, key, wire.encode(topic, event)));
        producer.flush();
    }

    /** Sends an event that fails whenever it is applied, and returns its letter. */
    DeadLetter refused(int partition, SubmissionEvent event) {
        failsOn(event, new IllegalStateException("This event is meant to fail"));
        send(partition, event);
        return awaitLetter(event.getSubmissionId(), 1);
    }

    DeadLetter awaitLetter(UUID key, int attempt) {
        await().atMost(MessagingSystem.PATIENCE)
                .untilAsserted(() -> assertThat(letters(key)).anyMatch(letter -> letter.attempt() == attempt));
        return letters(key).stream()
                .filter(letter -> letter.attempt() == attempt)
                .findFirst()
                .orElseThrow();
    }

    private List<DeadLetter> letters(UUID key) {
        return TestTopics.records(broker, letterTopic, "read_committed").stream()
                .flatMap(record -> DeadLetter.of(record).stream())
                .filter(letter -> letter.key().equals(key.toString()))
                .toList();
    }

    /** What retention does after a month. */
    void loses(DeadLetter letter) {
        var partition = new TopicPartition(letterTopic, letter.record().partition());
        var upTo = RecordsToDelete.beforeOffset(letter.record().offset() + 1);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.deleteRecords(Map.of(partition, upTo)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The letter could not be deleted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the service answers. */
    Result resolve(DeadLetter letter, Action action) {
        var event = DeadLetterEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setLetterOffset(letter.record().offset())
                .setResolution(new Resolution(action, "op-1", "seen", null))
                .build();
        producer.send(new ProducerRecord<>(
                letterTopic, letter.record().partition(), letter.record().key(), wire.encode(letterTopic, event)));
        producer.flush();
        await().atMost(MessagingSystem.PATIENCE)
                .until(() -> !answers(event.getEventId()).isEmpty());
        return answers(event.getEventId()).get(0);
    }

    private List<Result> answers(UUID asked) {
        return TestTopics.records(broker, letterTopic, "read_committed").stream()
                .map(record -> DeadLetterLog.event(wire, record))
                .filter(event -> event != null && event.getOutcome() != null)
                .map(DeadLetterEvent::getOutcome)
                .filter(outcome -> outcome.getResolutionId().equals(asked))
                .map(outcome -> outcome.getResult())
                .toList();
    }

    /** What the database holds about a key's letter. */
    String state(UUID key) {
        return system.jdbc()
                .sql("select state from dead_letter where topic = ? and message_key = convert_to(?, 'UTF8')")
                .params(topic, key.toString())
                .query(String.class)
                .single();
    }

    void awaitState(UUID key, String state) {
        await().atMost(MessagingSystem.PATIENCE).until(() -> state(key).equals(state));
    }

    @Override
    public void close() {
        producer.close();
    }
}
