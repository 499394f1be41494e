package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citycertification.messaging.TwoInstances.AWAY;
import static org.citycertification.messaging.TwoInstances.PATIENCE;

import java.util.UUID;
import org.citycertification.messaging.outbox.OutboxRelay;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database is away for 20 s, or does not answer. */
@Tag("full")
class DatabaseAwayTests {
    @AutoClose
    private final TwoInstances two = new TwoInstances("database_away");

    @Test
    void losesNothingAndKeepsTheOrderWhileTheDatabaseIsAway() {
        RunningService first = two.first();
        try (Traffic traffic = two.traffic()) {
            two.awaitFlow(traffic);
            Outages.without(two.system().platform().postgres(), () -> {
                await().atMost(PATIENCE).until(() -> first.isDown("outbox") && first.isDown("consumers"));
                await().during(AWAY).atMost(PATIENCE).until(() -> first.isUp("schemaIds", "mirrors", "broker"));
                assertThat(first.isDown("db")).isTrue();
                assertThat(first.isDown("outbox")).isTrue();
                assertThat(first.isDown("consumers")).isTrue();
            });
            assertThat(traffic.refusals()).isPositive();
            two.awaitFlow(traffic);
            traffic.close();
            two.assertNothingLost(traffic);
        }
    }

    @Test
    void noticesADatabaseThatDoesNotAnswerAndGoesOnWhenItDoes() {
        UUID key = UUID.randomUUID();
        await().atMost(PATIENCE).until(() -> leads(two.first()) || leads(two.second()));
        RunningService leader = leads(two.first()) ? two.first() : two.second();
        OutboxRelay relay = leader.bean(OutboxRelay.class);
        two.system().platform().postgres().freeze();

        await().atMost(PATIENCE).until(() -> relay.trouble() != null);
        two.system().platform().postgres().resume();

        await().atMost(PATIENCE).until(() -> leader.isUp("outbox"));
        leader.change(key);
        two.system().awaitEmptyOutbox();
        assertThat(two.system().published(key)).containsExactly(1L);
    }

    private static boolean leads(RunningService service) {
        return service.bean(OutboxRelay.class).isLeading();
    }
}
