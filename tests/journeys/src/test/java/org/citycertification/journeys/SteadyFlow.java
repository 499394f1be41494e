package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cities that send, get their decision and their letter, and after a break send again, for as long as it is open. A city
 * waits for its letters because a new certification takes back what has not yet been mailed of the one before.
 */
final class SteadyFlow implements AutoCloseable {
    private static final int LETTERS_A_ROUND = 2;
    private static final Duration BREAK = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final CarefulClient client;
    private final ScheduledThreadPoolExecutor pool;
    private final Map<UUID, String> accepted = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    SteadyFlow(CarefulClient client, List<InventedCity> cities, String assessment) {
        this.client = client;
        this.pool = new ScheduledThreadPoolExecutor(cities.size());
        long apart = BREAK.toMillis() / cities.size();
        for (int i = 0; i < cities.size(); i++) {
            InventedCity city = cities.get(i);
            Set<String> letters = new HashSet<>();
            Runnable round = () -> attempt(() -> goRound(city, letters, assessment));
            pool.scheduleWithFixedDelay(round, i * apart, BREAK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void goRound(InventedCity city, Set<String> letters, String assessment) {
        int before = letters.size();
        UUID submission = client.submit(city.account(), assessment);
        accepted.put(submission, city.id());
        client.approve(client.caseOf(submission));
        client.awaitDecision(city.account(), submission);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            letters.addAll(client.sentAbout(city.id()));
            return letters.size() >= before + LETTERS_A_ROUND;
        });
    }

    private void attempt(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException | Error failure) {
            failures.add(failure);
            throw failure;
        }
    }

    /** Submissions that were answered by 202 so far, and their cities. */
    Map<UUID, String> accepted() {
        return Map.copyOf(accepted);
    }

    /** Waits until so many more were accepted than there are now. */
    void awaitMore(int submissions) {
        int enough = accepted.size() + submissions;
        await().atMost(PATIENCE).until(() -> accepted.size() >= enough || !failures.isEmpty());
        assertThat(failures).isEmpty();
    }

    /** Lets every city end its round, of which none may have failed. */
    void finish() throws InterruptedException {
        pool.shutdown();
        assertThat(pool.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("every city has its decision and its letters")
                .isTrue();
        assertThat(failures).isEmpty();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
