package org.citycertification.notification.delivery;

import java.time.Duration;

/** Waits that double up to a limit, shortened by chance so that many who failed together do not come back together. */
record Backoff(Duration first, Duration longest) {
    /**
     * The wait after a failure.
     *
     * @param failures how many there were before, 0 for the first
     * @param chance from 0 up to 1; the result lies between three quarters and the whole of the full wait
     */
    Duration after(int failures, double chance) {
        long full = first.toMillis();
        for (int i = 0; i < failures && full < longest.toMillis(); i++) {
            full *= 2;
        }
        full = Math.min(full, longest.toMillis());
        return Duration.ofMillis(Math.round(full * (0.75 + 0.25 * chance)));
    }
}
