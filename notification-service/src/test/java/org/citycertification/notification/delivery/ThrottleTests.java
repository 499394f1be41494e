package org.citycertification.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTests {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 20, 999})
    void neverLetsMoreThanItsRateThroughInAnySecond(int perSecond) {
        var throttle = new Throttle(perSecond);
        List<Instant> sent = new ArrayList<>();
        Instant now = NOON;
        for (int letter = 0; letter < 1_700; letter++) {
            now = now.plus(throttle.delay(now));
            throttle.take(now);
            sent.add(now);
        }

        for (int first = 0; first + perSecond < sent.size(); first++) {
            assertThat(Duration.between(sent.get(first), sent.get(first + perSecond)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }
}
