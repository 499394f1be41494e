package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Broker or database are away for a moment; {@link DatabaseAwayTests} and {@link BrokerAwayTests} are longer. */
@Tag("full")
@ExtendWith(OutputCaptureExtension.class)
class OutageTests {
    private static final int PROBES = 20;

    private static MessagingSystem system;
    private static RunningService first;
    private static RunningService second;

    @BeforeAll
    static void start() {
        system = new MessagingSystem("outage");
        first = system.start();
        second = system.start();
        system.awaitReaderOfEachPartition();
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        system.close();
    }

    @AfterEach
    void bringBackWhatIsAway() {
        Outages.end(system.platform());
    }

    @Test
    void storesItsFirstEventWithoutTheRegistry() {
        UUID key = UUID.randomUUID();
        try (RunningService fresh = system.start()) {
            system.platform().registry().kill();

            fresh.change(key);
            system.awaitEmptyOutbox();

            system.platform().registry().start();
            assertThat(system.published(key)).containsExactly(1L);
        }
    }

    /** A frozen registry takes connections and says nothing. */
    @Test
    void startsWhileTheRegistryIsFrozenAndSaysSo() {
        UUID key = UUID.randomUUID();
        system.platform().registry().freeze();

        try (RunningService fresh = assertTimeoutPreemptively(MessagingSystem.PATIENCE, () -> system.start())) {
            List<Boolean> down = assertTimeoutPreemptively(MessagingSystem.PATIENCE, () -> askedByMany(fresh));
            assertThat(down).hasSize(PROBES).containsOnly(true);

            system.platform().registry().resume();
            await().atMost(MessagingSystem.PATIENCE).until(() -> fresh.isUp("schemaIds"));
            fresh.change(key);
            system.awaitEmptyOutbox();
            assertThat(system.published(key)).containsExactly(1L);
        }
    }

    /** What was restored beside it may still be starting, and after a refusal nobody would start the service again. */
    @Test
    void comparesARestoredDatabaseOnceTheRegistryAnswers(CapturedOutput output) {
        UUID key = UUID.randomUUID();
        first.change(key);
        system.awaitEmptyOutbox();
        system.platform().registry().kill();

        CompletableFuture<RunningService> restored =
                CompletableFuture.supplyAsync(system::startAfterRestore, task -> new Thread(task, "restored").start());
        await().atMost(MessagingSystem.PATIENCE)
                .until(() -> output.getAll().contains("After a restore: the comparison begins again"));
        assertThat(restored).isNotDone();
        system.platform().registry().start();

        restored.orTimeout(MessagingSystem.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .close();
        assertThat(output).contains("After a restore: the database knows everything that its 1 topics carry");
    }

    private static List<Boolean> askedByMany(RunningService service) {
        List<CompletableFuture<Boolean>> asked = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> service.isDown("schemaIds"), task -> new Thread(task, "probe").start()))
                .limit(PROBES)
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void losesNothingWhileTheBrokerIsAwayAndSaysSo() {
        UUID key = UUID.randomUUID();
        first.change(key);
        system.platform().kafka().kill();
        first.change(key);
        first.change(key);

        await().atMost(MessagingSystem.PATIENCE).until(() -> first.isDown("broker"));
        await().atMost(MessagingSystem.PATIENCE).until(() -> first.isDown("outbox"));
        system.platform().kafka().start();

        await().atMost(Duration.ofSeconds(60)).until(() -> first.isUp("outbox"));
        system.awaitEmptyOutbox();
        assertThat(system.published(key).stream().distinct()).containsExactly(1L, 2L, 3L);
    }

    /** Both instances hold records that they could not apply when one of them leaves its partitions to the other. */
    @Test
    void losesNothingWhenPartitionsMoveWhileTheDatabaseIsAway() {
        List<UUID> keys = Stream.generate(UUID::randomUUID)
                .limit(MessagingSystem.PARTITIONS)
                .toList();
        sendToEachPartition(keys, 1);
        keys.forEach(key -> system.awaitApplied(key, 1));
        system.platform().postgres().kill();
        sendToEachPartition(keys, 2);
        await().atMost(MessagingSystem.PATIENCE).until(() -> first.isDown("consumers") && second.isDown("consumers"));

        second.close();
        await().atMost(MessagingSystem.PATIENCE).until(OutageTests::firstReadsAlone);
        sendToEachPartition(keys, 3);
        system.platform().postgres().start();

        keys.forEach(key -> system.awaitApplied(key, 1, 2, 3));
        await().atMost(MessagingSystem.PATIENCE).until(() -> first.isUp("consumers"));
        second = system.start();
    }

    private static void sendToEachPartition(List<UUID> keys, long version) {
        for (int i = 0; i < keys.size(); i++) {
            UUID key = keys.get(i);
            system.send(i, key.toString(), system.encode(Things.event(key, version)));
        }
    }

    private static boolean firstReadsAlone() {
        List<Long> shares = TestTopics.shares(system.platform().bootstrapServers(), system.reads(), system.name());
        return shares.size() == 2 && shares.stream().mapToLong(Long::longValue).sum() == MessagingSystem.PARTITIONS;
    }
}
