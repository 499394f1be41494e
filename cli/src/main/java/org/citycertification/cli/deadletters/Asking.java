package org.citycertification.cli.deadletters;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.citycertification.cli.CommandFailure;
import org.citycertification.cli.Connection;
import org.citycertification.cli.Exit;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.DeadLetterLog;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Outcome;
import org.citycertification.schemas.deadletter.v1.Resolution;
import org.citycertification.schemas.wire.WireFormat;

/** Writes a resolution behind a letter and waits for the service's answer. */
final class Asking {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection connection;
    private final WireFormat wire;
    private final LetterId id;

    Asking(Connection connection, LetterId id) {
        this.connection = connection;
        this.wire = connection.wire();
        this.id = id;
    }

    /** Writes the resolution, also if there is one already: the service carries out the first that it can. */
    DeadLetterEvent ask(Resolution resolution, DeadLetterFile file) {
        var event = DeadLetterEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .setLetterOffset(id.offset())
                .setResolution(resolution)
                .build();
        byte[] key = file.letter().record().key();
        byte[] value = wire.encode(id.topic(), event);
        try (Producer<byte[], byte[]> producer = connection.producer()) {
            producer.send(new ProducerRecord<>(id.topic(), id.partition(), key, value))
                    .get();
        } catch (ExecutionException | KafkaException e) {
            throw connection.explain(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(Exit.UNEXPECTED, "Interrupted");
        }
        return event;
    }

    /** The answer; empty if there is none in time. */
    Optional<Outcome> await(UUID asked, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Consumer<byte[], byte[]> consumer = connection.consumer()) {
            consumer.assign(List.of(id.topicPartition()));
            consumer.seek(id.topicPartition(), id.offset());
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    DeadLetterEvent event = DeadLetterLog.event(wire, record);
                    Outcome outcome = event == null ? null : event.getOutcome();
                    if (outcome != null && outcome.getResolutionId().equals(asked)) {
                        return Optional.of(outcome);
                    }
                }
            }
        } catch (KafkaException e) {
            throw connection.explain(e);
        }
        return Optional.empty();
    }
}
