package org.citycertification.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Two instances of a service with a real broker, registry and database, and what tests of resolutions wait for. */
@Tag("adapters")
@Tag("full")
abstract class ResolutionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static LetterService service;

    @BeforeAll
    static void start() throws Exception {
        service = new LetterService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Sends versions 1 to 4, of which the second fails whenever it is applied. */
    static DeadLetterFile letterOfTheSecond(UUID key) {
        LetterService.failsOn(LetterService.event(key, 2));
        for (long version = 1; version <= 4; version++) {
            service.send(LetterService.event(key, version));
        }
        return awaitLetters(key.toString(), 1).get(0);
    }

    static DeadLetterFile only(UUID key) {
        List<DeadLetterFile> letters = service.letters(key.toString());
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    static List<DeadLetterFile> awaitLetters(String key, int count) {
        await().atMost(PATIENCE).until(() -> service.letters(key).size() == count);
        return service.letters(key);
    }

    static Result awaitResult(UUID asked) {
        await().atMost(PATIENCE).until(() -> result(asked) != null);
        return result(asked);
    }

    private static Result result(UUID asked) {
        return service.events().stream()
                .map(DeadLetterEvent::getOutcome)
                .filter(outcome -> outcome != null && outcome.getResolutionId().equals(asked))
                .map(outcome -> outcome.getResult())
                .findFirst()
                .orElse(null);
    }

    static void awaitApplied(UUID key, long... versions) {
        List<Long> expected = Arrays.stream(versions).boxed().toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.applied(key)).isEqualTo(expected));
    }

    static void awaitParked(UUID key, long count) {
        await().atMost(PATIENCE)
                .until(() -> service.jdbc()
                                .sql("select count(*) from parked where message_key = ?")
                                .param(key.toString())
                                .query(Long.class)
                                .single()
                        == count);
    }
}
