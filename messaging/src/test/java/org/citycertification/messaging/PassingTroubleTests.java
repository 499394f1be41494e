package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What passes holds a reader up, and never makes a dead letter. */
class PassingTroubleTests {
    /** More than a record is tried alone before it becomes a dead letter. */
    private static final int TIMES = 5;

    private static MessagingSystem system;
    private static RunningService service;

    private final UUID key = UUID.randomUUID();

    @BeforeAll
    static void start() {
        system = new MessagingSystem("passing");
        service = system.start("messaging.readers.threads=3");
        system.awaitReaderOfEachPartition();
    }

    @AfterAll
    static void stop() {
        service.close();
        system.close();
    }

    @Test
    void appliesARecordWhoseConnectionIsLostAgainAndAgain() {
        var attempts = new AtomicInteger();
        before(1, jdbc -> {
            if (attempts.incrementAndGet() <= TIMES) {
                jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                        .query()
                        .singleRow();
            }
        });

        system.send(key, 1);
        system.send(key, 2);

        system.awaitApplied(key, 1, 2);
        assertThat(attempts).hasValueGreaterThan(TIMES);
        assertThat(system.deadLetters(key.toString())).isEmpty();
    }

    @Test
    void saysThatOnePartitionIsHeldUpWhileAnotherIsRead() {
        var held = new AtomicBoolean(true);
        before(1, jdbc -> {
            if (held.get()) {
                throw new org.apache.kafka.common.errors.TimeoutException("Held up by the test");
            }
        });
        system.send(0, key.toString(), system.encode(Things.event(key, 1)));
        await().atMost(MessagingSystem.PATIENCE).until(() -> trouble().equals(Set.of(held())));

        for (int i = 0; i < 20; i++) {
            UUID other = UUID.randomUUID();
            system.send(1, other.toString(), system.encode(Things.event(other, 1)));
            system.awaitApplied(other, 1);
            assertThat(trouble()).isEqualTo(Set.of(held()));
        }

        held.set(false);
        system.awaitApplied(key, 1);
        await().atMost(MessagingSystem.PATIENCE).until(() -> service.isUp("consumers"));
    }

    @Test
    void forgetsTheTroubleOfAPartitionThatAnotherInstanceHasTakenOver() {
        var held = new AtomicBoolean(true);
        before(1, jdbc -> {
            if (held.get()) {
                throw new org.apache.kafka.common.errors.TimeoutException("Held up by the test");
            }
        });
        system.send(0, key.toString(), system.encode(Things.event(key, 1)));
        await().atMost(MessagingSystem.PATIENCE).until(() -> service.isDown("consumers"));

        try (RunningService other = system.start("messaging.readers.threads=3")) {
            held.set(false);
            system.awaitApplied(key, 1);
            await().atMost(MessagingSystem.PATIENCE).until(() -> service.isUp("consumers") && other.isUp("consumers"));
        }
    }

    private void before(int version, Consumer<JdbcClient> what) {
        ThingService.BEFORE.put(Things.event(key, version).getEventId(), what);
    }

    private static String held() {
        return system.reads() + "-0";
    }

    /** The names of the partitions that are held up. */
    private static Set<?> trouble() {
        return ((Map<?, ?>) service.health("consumers").getDetails().getOrDefault("trouble", Map.of())).keySet();
    }
}
