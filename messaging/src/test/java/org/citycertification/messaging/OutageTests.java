package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The broker is away for a moment; {@link LongOutageTests} are the long ones. */
class OutageTests {
    private static MessagingSystem system;
    private static RunningService first;
    private static RunningService second;

    @BeforeAll
    static void start() {
        system = new MessagingSystem("outage");
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
}
