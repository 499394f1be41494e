package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.citycertification.messaging.RelayChild.Action;
import org.citycertification.messaging.RelayChild.Point;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The relay dies between two steps; another one goes on. Nothing is lost, and readers apply nothing twice. */
@Tag("full")
class RelayCrashTests {
    private static MessagingSystem system;
    private static MessagingSystem downstream;
    private static RunningService reader;

    private final UUID key = UUID.randomUUID();

    @BeforeAll
    static void start() {
        system = new MessagingSystem("crash");
        downstream = system.downstream();
        reader = downstream.start();
    }

    @AfterAll
    static void stop() {
        reader.close();
        downstream.close();
        system.close();
    }

    @Test
    void publishesOnceAfterDyingBeforeTheKafkaCommit() throws Exception {
        changeThreeTimes();
        dieAt(Point.BEFORE_COMMIT);
        assertThat(rows()).isEqualTo(3);
        assertThat(TestTopics.records(system.platform().bootstrapServers(), system.writes(), "read_uncommitted"))
                .as("the broker had the records")
                .filteredOn(record ->
                        key.toString().equals(new String(record.key(), java.nio.charset.StandardCharsets.UTF_8)))
                .hasSize(3);
        assertThat(downstream.applied(key)).isEmpty();

        goOn();

        assertThat(system.published(key)).containsExactly(1L, 2L, 3L, 4L);
        downstream.awaitApplied(key, 1, 2, 3, 4);
    }

    @Test
    void repeatsInOrderWhatReadersDropAfterDyingBeforeTheRowsWereDeleted() throws Exception {
        changeThreeTimes();
        dieAt(Point.AFTER_COMMIT);
        assertThat(rows()).isEqualTo(3);
        system.awaitVisible();
        assertThat(system.published(key)).containsExactly(1L, 2L, 3L);
        downstream.awaitApplied(key, 1, 2, 3);

        goOn();

        assertThat(system.published(key)).containsExactly(1L, 2L, 3L, 1L, 2L, 3L, 4L);
        downstream.awaitApplied(key, 1, 2, 3, 4);
    }

    private void changeThreeTimes() {
        for (int i = 0; i < 3; i++) {
            system.change(key);
        }
    }

    private static void dieAt(Point point) throws Exception {
        try (ChildJvm dying = RelayChild.start(system, point, Action.DIE)) {
            assertThat(dying.awaitExit()).isEqualTo(RelayChild.KILLED);
            assertThat(dying.said()).contains("reached " + point);
        }
    }

    /** A whole service takes the place of the dead relay, and there is one more change. */
    private void goOn() {
        try (RunningService next = system.start()) {
            next.change(key);
            system.awaitEmptyOutbox();
        }
    }

    private long rows() {
        return system.count("select count(*) from outbox");
    }
}
