package org.citycertification.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakerTests {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

    @ParameterizedTest(name = "after {0} failures, chance {1}: {2} ms")
    @CsvSource({"0, 0, 750", "0, 1, 1000", "1, 1, 2000", "3, 1, 8000", "4, 1, 15000", "4, 0, 11250", "100000, 1, 15000"
    })
    void waitsTwiceAsLongEachTimeUpToALimit(int failures, double chance, long millis) {
        assertThat(BACKOFF.after(failures, chance)).isEqualTo(Duration.ofMillis(millis));
    }

    private Instant now = NOON;
    private final Breaker breaker = new Breaker(BACKOFF, () -> now, () -> 1);

    @Test
    void staysOpenForTheWaitAndRemembersWhenTheOutageBegan() {
        breaker.failed("refused");
        now = NOON.plusSeconds(1);
        breaker.failed("refused again");

        now = NOON.plusMillis(2999);
        assertThat(breaker.isOpen()).isTrue();
        now = NOON.plusSeconds(3);
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.outage()).isEqualTo(new Breaker.Outage(NOON, NOON.plusSeconds(3), 2, "refused again"));
    }

    @Test
    void forgetsAnOutageWhenTheServerAnswers() {
        breaker.failed("refused");
        breaker.succeeded();

        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.outage()).isNull();
    }
}
