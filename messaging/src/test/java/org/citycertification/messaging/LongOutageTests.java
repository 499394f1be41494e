package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.citycertification.messaging.outbox.OutboxRelay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Database or broker are away for 20 s while two instances publish and read. */
@Tag("full")
class LongOutageTests {
    private static final Duration AWAY = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private MessagingSystem system;
    private RunningService first;
    private RunningService second;

    @BeforeEach
    void start() {
        system = new MessagingSystem("long_outage");
        system.send(UUID.randomUUID(), 1);
        first = system.start("things.mirrored=" + system.reads());
        second = system.start();
        await().atMost(PATIENCE).until(() -> first.isUp("db", "outbox", "consumers", "broker", "mirrors", "schemaIds"));
    }

    @AfterEach
    void stop() {
        Outages.end(system.platform());
        second.close();
        first.close();
        system.close();
    }

    @Test
    void losesNothingAndKeepsTheOrderWhileTheDatabaseIsAway() {
        try (Traffic traffic = new Traffic(system, first)) {
            awaitFlow(traffic);
            Outages.without(system.platform().postgres(), () -> {
                await().atMost(PATIENCE).until(() -> first.isDown("outbox") && first.isDown("consumers"));
                await().during(AWAY).atMost(PATIENCE).until(() -> first.isUp("schemaIds", "mirrors", "broker"));
                assertThat(first.isDown("db")).isTrue();
                assertThat(first.isDown("outbox")).isTrue();
                assertThat(first.isDown("consumers")).isTrue();
            });
            assertThat(traffic.refusals()).isPositive();
            awaitFlow(traffic);
            traffic.close();
            assertNothingLost(traffic);
        }
    }

    @Test
    void losesNothingAndKeepsTheOrderWhileTheBrokerIsAway() {
        try (Traffic traffic = new Traffic(system, first)) {
            awaitFlow(traffic);
            Outages.without(system.platform().kafka(), () -> {
                await().atMost(PATIENCE).until(() -> first.isDown("outbox") && first.isDown("broker"));
                await().during(AWAY)
                        .atMost(PATIENCE)
                        .until(() -> first.isUp("schemaIds", "mirrors", "db", "consumers"));
                assertThat(first.isDown("broker")).isTrue();
                assertThat(first.isDown("outbox")).isTrue();
            });
            assertThat(traffic.refusals()).isZero();
            awaitFlow(traffic);
            traffic.close();
            assertNothingLost(traffic);
        }
    }

    @Test
    void noticesADatabaseThatDoesNotAnswerAndGoesOnWhenItDoes() {
        UUID key = UUID.randomUUID();
        await().atMost(PATIENCE).until(() -> leads(first) || leads(second));
        RunningService leader = leads(first) ? first : second;
        OutboxRelay relay = leader.bean(OutboxRelay.class);
        system.platform().postgres().freeze();

        await().atMost(AWAY).until(() -> relay.trouble() != null);
        system.platform().postgres().resume();

        await().atMost(PATIENCE).until(() -> leader.isUp("outbox"));
        leader.change(key);
        system.awaitEmptyOutbox();
        assertThat(system.published(key)).containsExactly(1L);
    }

    private static boolean leads(RunningService service) {
        return service.bean(OutboxRelay.class).isLeading();
    }

    /** Some more is stored and some more is applied than there is now. */
    private void awaitFlow(Traffic traffic) {
        long changes = traffic.changes();
        UUID key = traffic.keys().get(0);
        int applied = system.applied(key).size();
        await().atMost(PATIENCE)
                .until(() ->
                        traffic.changes() > changes + 10 && system.applied(key).size() > applied + 2);
    }

    private void assertNothingLost(Traffic traffic) {
        await().atMost(PATIENCE)
                .until(() -> first.isUp("db", "outbox", "consumers", "broker")
                        && second.isUp("outbox", "consumers")
                        && system.count("select count(*) from outbox") == 0);
        long stored = 0;
        for (UUID key : traffic.keys()) {
            long version = system.count("select version from thing where message_key = ?", key.toString());
            stored += version;
            assertThat(system.published(key).stream().distinct())
                    .as("published of %s", key)
                    .containsExactly(upTo(version));
            system.awaitApplied(
                    PATIENCE, key, LongStream.rangeClosed(1, traffic.sent(key)).toArray());
        }
        assertThat(stored).isGreaterThanOrEqualTo(traffic.changes());
        assertThat(system.count("select count(*) from parked")).isZero();
    }

    private static Long[] upTo(long version) {
        return LongStream.rangeClosed(1, version).boxed().toArray(Long[]::new);
    }
}
