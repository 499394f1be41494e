package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.restore.DatabaseIsOlder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service that is told that its database was restored looks at its topic before it writes. */
@Tag("adapters")
@ExtendWith(OutputCaptureExtension.class)
class RestoredDatabaseTests {
    private static int systems;

    private final MessagingSystem system = new MessagingSystem("restored_" + ++systems);
    private final UUID known = UUID.randomUUID();

    @BeforeEach
    void publishTwoVersions() {
        publish(known, known);
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void startsOnADatabaseThatKnowsEverything(CapturedOutput output) {
        try (RunningService service = system.startAfterRestore()) {
            service.change(known);

            system.awaitEmptyOutbox();
        }
        assertThat(system.published(known)).containsExactly(1L, 2L, 3L);
        assertThat(output)
                .contains("After a restore: the database knows everything that its 1 topics carry")
                .doesNotContain("lacks what this database has published");
    }

    @Test
    void refusesToStartWhileItsTopicIsAhead(CapturedOutput output) {
        UUID unknown = UUID.randomUUID();
        UUID received = UUID.randomUUID();
        RestoredRows backup = RestoredRows.of(system);
        publish(known, known, unknown);
        backup.restore();
        system.send(received, 1);

        assertThatExceptionOfType(DatabaseIsOlder.class).isThrownBy(system::startAfterRestore);

        assertThat(output)
                .contains(system.writes() + " is ahead of this database: 3 events of 2 keys are missing in it.")
                .contains(known + ": the database is at version 2, the topic at 4; " + firstMissing(known, 3))
                .contains(unknown + ": the database is at version 0, the topic at 1; " + firstMissing(unknown, 1))
                .contains("Restore a later backup");
        assertThat(system.applied(received)).isEmpty();
    }

    /** So many that not all of them can be named. */
    @Test
    void countsWhatItDoesNotName(CapturedOutput output) {
        UUID[] unknown = new UUID[23];
        for (int i = 0; i < unknown.length; i++) {
            unknown[i] = UUID.randomUUID();
        }
        RestoredRows backup = RestoredRows.of(system);
        publish(unknown);
        backup.restore();

        assertThatExceptionOfType(DatabaseIsOlder.class).isThrownBy(system::startAfterRestore);

        assertThat(output).contains("23 events of 23 keys").contains("and 3 more keys");
    }

    @Test
    void publishesNothingOfARestoredOutboxBeforeItHasLooked() {
        system.change(known);
        RestoredRows backup = RestoredRows.of(system);
        publish(known);
        backup.restore();
        long before = system.published(known).size();

        assertThatExceptionOfType(DatabaseIsOlder.class).isThrownBy(system::startAfterRestore);

        assertThat(system.published(known)).hasSize((int) before);
        assertThat(system.count("select count(*) from outbox")).isEqualTo(1);
    }

    @Test
    void publishesWhatWaitsInARestoredOutbox(CapturedOutput output) {
        system.change(known);
        UUID fresh = UUID.randomUUID();
        system.change(fresh);

        try (RunningService service = system.startAfterRestore()) {
            assertThat(service.isUp("outbox")).isTrue();
            system.awaitEmptyOutbox();
        }

        assertThat(system.published(known)).containsExactly(1L, 2L, 3L);
        assertThat(system.published(fresh)).containsExactly(1L);
        assertThat(output).doesNotContain("lacks what this database has published");
    }

    /** The same event under the same version: readers drop it. */
    @Test
    void repeatsWhatWasPublishedAfterTheBackupWasTaken() {
        system.change(known);
        RestoredRows backup = RestoredRows.of(system);
        publish();
        backup.restore();

        try (RunningService service = system.startAfterRestore()) {
            system.awaitEmptyOutbox();
        }

        assertThat(system.published(known)).containsExactly(1L, 2L, 3L, 3L);
    }

    @Test
    void saysWhatItsTopicHasLostAndStarts(CapturedOutput output) {
        UUID lost = UUID.randomUUID();
        system.change(lost);
        system.jdbc().sql("delete from outbox").update();

        system.startAfterRestore().close();

        assertThat(output)
                .contains(system.writes() + " lacks what this database has published: 1 events of 1 keys.")
                .contains(lost + ": the database is at version 1, the topic at 0");
    }

    /** It would hide what comes after it, for as long as the broker lets it live. */
    @Test
    void endsTheTransactionOfARelayThatDied() {
        Supplier<Producer<byte[], byte[]>> producers;
        try (RunningService service = system.start()) {
            producers = service.bean(KafkaClients.class).producers(system.name() + ".outbox");
        }
        Producer<byte[], byte[]> died = producers.get();
        died.initTransactions();
        died.beginTransaction();
        died.send(new ProducerRecord<>(
                system.writes(), known.toString().getBytes(UTF_8), system.encode(Things.event(known, 3))));
        died.flush();

        system.startAfterRestore().close();

        assertThatExceptionOfType(KafkaException.class).isThrownBy(died::commitTransaction);
        died.close(java.time.Duration.ZERO);
        assertThat(system.published(known)).containsExactly(1L, 2L);
    }

    @Test
    void passesOverWhatIsNoEvent(CapturedOutput output) {
        publishRaw(known.toString(), new byte[] {1, 2, 3});

        system.startAfterRestore().close();

        assertThat(output).contains("cannot be read and is left out");
    }

    private void publish(UUID... keys) {
        try (RunningService service = system.start()) {
            List.of(keys).forEach(service::change);
            system.awaitEmptyOutbox();
        }
    }

    private void publishRaw(String key, byte[] value) {
        try (RunningService service = system.start()) {
            var raw = new org.citycertification.messaging.outbox.RawRecord(
                    system.writes(),
                    null,
                    key.getBytes(UTF_8),
                    value,
                    new org.apache.kafka.common.header.internals.RecordHeaders());
            service.inTransaction(() -> service.bean(Outbox.class).append(raw));
            system.awaitEmptyOutbox();
        }
    }

    private String firstMissing(UUID key, long version) {
        var record = system.recordsWritten(key).get((int) version - 1);
        return "the first that is missing is at partition %d offset %d".formatted(record.partition(), record.offset());
    }
}
