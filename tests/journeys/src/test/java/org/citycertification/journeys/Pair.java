package org.citycertification.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.Services;

/** Two processes of one service, of which one may die. */
final class Pair {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TAKEOVER = Duration.ofSeconds(10);

    private final AtomicInteger turn = new AtomicInteger();
    private List<Member> alive;

    /**
     * One of the two.
     *
     * @param port of its API
     * @param kill ends it by SIGKILL
     */
    record Member(int port, int managementPort, Runnable kill) {
        static Member of(Services.Instance instance) {
            return new Member(instance.port(), instance.port() + 1, instance.process()::kill);
        }
    }

    Pair(Member one, Member other) {
        this.alive = List.of(one, other);
    }

    /** The service that runs already, and one more. */
    static Pair of(LocalSystem system, String name, int firstPort) {
        return new Pair(
                Member.of(new Services.Instance(system.service(name), firstPort)), Member.of(system.another(name)));
    }

    /** API port of the one whose turn it is. */
    int port() {
        return alive.get(turn.getAndIncrement() % alive.size()).port();
    }

    /** Kills whichever publishes the outbox, and waits until the other one does. */
    void killLeader() {
        List<Member> both = alive;
        await().atMost(PATIENCE).until(() -> both.stream().filter(this::leads).count() == 1);
        kill(leads(both.get(0)) ? 0 : 1);
        await().atMost(TAKEOVER).until(() -> leads(alive.get(0)));
    }

    /** Kills the first; which one it is makes no difference where there is no outbox. */
    void killOne() {
        kill(0);
    }

    private void kill(int index) {
        alive.get(index).kill().run();
        alive = List.of(alive.get(1 - index));
    }

    private boolean leads(Member member) {
        return Management.metrics(member.managementPort())
                .anyMatch(line -> line.startsWith("messaging_outbox_leading") && line.endsWith(" 1.0"));
    }
}
