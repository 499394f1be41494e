package org.citycertification.notification.delivery;

import java.time.Duration;
import java.time.Instant;

/** Spaces letters evenly, so that no second ever sees more than its share. */
final class Throttle {
    private final Duration gap;
    private Instant free = Instant.MIN;

    Throttle(int perSecond) {
        // Rounded up: a gap rounded down would let one letter too many into a second.
        gap = Duration.ofNanos((1_000_000_000L + perSecond - 1) / perSecond);
    }

    /** How long the next letter has to wait; zero if it may go now. */
    Duration delay(Instant now) {
        return now.isBefore(free) ? Duration.between(now, free) : Duration.ZERO;
    }

    /** A letter goes now. */
    void take(Instant now) {
        free = now.plus(gap);
    }
}
