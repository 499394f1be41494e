package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.citycertification.messaging.RelayChild.Action;
import org.citycertification.messaging.RelayChild.Point;
import org.citycertification.messaging.outbox.OutboxRelay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A relay is frozen in the middle of a batch, is overtaken, and wakes up later. */
@Tag("full")
class FrozenRelayTests {
    private static final Duration TAKEN_OVER = Duration.ofSeconds(30);
    private static MessagingSystem system;

    private final UUID key = UUID.randomUUID();

    @BeforeAll
    static void start() {
        system = new MessagingSystem("frozen");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void isFencedWhenItWakesUpBeforeItsCommit() throws Exception {
        try (RunningService other = withoutRelay()) {
            changeThreeTimes();
            try (ChildJvm frozen = RelayChild.start(system, Point.BEFORE_COMMIT, Action.WAIT)) {
                frozen.awaitSaid("reached");
                takeOver(frozen, other);
                changeThreeTimes();
                system.awaitEmptyOutbox();

                frozen.go();
                frozen.resume();

                frozen.awaitSaid("commit refused: ");
                assertThat(frozen.said())
                        .anyMatch(
                                line -> line.matches("commit refused: (ProducerFenced|InvalidProducerEpoch)Exception"));
                awaitCandidacy();
                other.change(key);
                system.awaitEmptyOutbox();
                assertThat(other.bean(OutboxRelay.class).isLeading()).isTrue();
                other.bean(OutboxRelay.class).stop();
                leadsAgain();
            }
        }
        assertThat(system.published(key)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void publishesNothingOldWhenItWakesUpBeforeItsProducerExists() throws Exception {
        try (RunningService other = withoutRelay()) {
            changeThreeTimes();
            try (ChildJvm frozen = RelayChild.start(system, Point.BEFORE_OPENING, Action.WAIT)) {
                frozen.awaitSaid("reached");
                takeOver(frozen, other);
                changeThreeTimes();
                system.awaitEmptyOutbox();

                frozen.go();
                frozen.resume();

                awaitCandidacy();
                other.change(key);
                system.awaitEmptyOutbox();
                other.bean(OutboxRelay.class).stop();
                leadsAgain();
            }
        }
        assertThat(system.published(key)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    private void changeThreeTimes() {
        for (int i = 0; i < 3; i++) {
            system.change(key);
        }
    }

    /** It would lead itself if it took longer to start than a relay may be silent. */
    private static RunningService withoutRelay() {
        RunningService service = system.start();
        service.bean(OutboxRelay.class).stop();
        return service;
    }

    private void takeOver(ChildJvm frozen, RunningService other) {
        frozen.freeze();
        other.bean(OutboxRelay.class).start();
        await().atMost(TAKEN_OVER)
                .untilAsserted(() -> assertThat(system.published(key)).hasSize(3));
    }

    /** The woken relay is connected again and does not lead. */
    private static void awaitCandidacy() {
        await().atMost(MessagingSystem.PATIENCE)
                .untilAsserted(() -> assertThat(connections("")).isEqualTo(1));
        assertThat(
                        connections(
                                " and exists (select from pg_locks l where l.pid = a.pid and locktype = 'advisory' and granted)"))
                .isZero();
    }

    private static long connections(String condition) {
        return system.count(
                "select count(*) from pg_stat_activity a where application_name = ? and datname = ?" + condition,
                RelayChild.CONNECTION_NAME,
                system.name());
    }

    /** Nobody else is left. */
    private void leadsAgain() {
        system.change(key);
        system.awaitEmptyOutbox();
    }
}
