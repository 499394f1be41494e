package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.citycertification.messaging.gate.UnknownKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each version of a key is applied once, in order. */
@Tag("adapters")
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

    @Test
    void appliesAfterAnUpgradeWhatItDidNotKnowBefore() {
        UUID key = UUID.randomUUID();
        UUID strange = Things.event(key, 1).getEventId();
        ThingService.BEFORE.put(strange, jdbc -> {
            throw new UnknownKind("Of a kind that is not known yet");
        });
        system.send(key, 1);
        system.send(key, 2);
        await().atMost(MessagingSystem.PATIENCE).until(() -> parked(key) == 2);
        assertThat(first.isDown("consumers")).isTrue();

        ThingService.BEFORE.remove(strange);
        second.close();
        second = system.start();

        system.awaitApplied(key, 1, 2);
        assertThat(first.isUp("consumers")).isTrue();
    }

    private static long parked(UUID key) {
        return system.count("select count(*) from parked where message_key = ?", key.toString());
    }
}
