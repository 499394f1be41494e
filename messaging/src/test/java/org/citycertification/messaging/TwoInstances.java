package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;

/** Two instances that publish and read while something that they need is away for 20 s. */
final class TwoInstances implements AutoCloseable {
    static final Duration AWAY = Duration.ofSeconds(20);
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MessagingSystem system;
    private final RunningService first;
    private final RunningService second;

    TwoInstances(String database) {
        system = new MessagingSystem(database);
        system.send(UUID.randomUUID(), 1);
        first = system.start("things.mirrored=" + system.reads());
        second = system.start();
        await().atMost(PATIENCE).until(() -> first.isUp("db", "outbox", "consumers", "broker", "mirrors", "schemaIds"));
    }

    MessagingSystem system() {
        return system;
    }

    RunningService first() {
        return first;
    }

    RunningService second() {
        return second;
    }

    /** Changes and records that go through the first one. */
    Traffic traffic() {
        return new Traffic(system, first);
    }

    /** Some more is stored and some more is applied than there is now. */
    void awaitFlow(Traffic traffic) {
        long changes = traffic.changes();
        UUID key = traffic.keys().get(0);
        int applied = system.applied(key).size();
        await().atMost(PATIENCE)
                .until(() ->
                        traffic.changes() > changes + 10 && system.applied(key).size() > applied + 2);
    }

    void assertNothingLost(Traffic traffic) {
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

    @Override
    public void close() {
        Outages.end(system.platform());
        second.close();
        first.close();
        system.close();
    }
}
