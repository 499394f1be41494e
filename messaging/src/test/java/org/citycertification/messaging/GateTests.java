package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each version of a key is applied once, in order. */
class GateTests {
    private static MessagingSystem system;
    private static RunningService first;
    private static RunningService second;

    @BeforeAll
    static void start() {
        system = new MessagingSystem("gate");
        first = system.start();
        second = system.start();
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        system.close();
    }

    @Test
    void appliesARepeatedEventOnce() {
        UUID key = UUID.randomUUID();

        system.send(key, 1);
        system.send(key, 1);
        system.send(key, 2);

        system.awaitApplied(key, 1, 2);
    }

    @Test
    void waitsForAMissingVersionAndThenAppliesAllInOrder() {
        UUID key = UUID.randomUUID();
        system.send(key, 1);
        system.send(key, 3);
        system.send(key, 4);
        system.awaitApplied(key, 1);
        await().atMost(MessagingSystem.PATIENCE).until(() -> parked(key) == 2);

        system.send(key, 2);

        system.awaitApplied(key, 1, 2, 3, 4);
        assertThat(parked(key)).isZero();
    }

    private static long parked(UUID key) {
        return system.count("select count(*) from parked where message_key = ?", key.toString());
    }
}
