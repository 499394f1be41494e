package org.citycertification.notification.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps senders from a mail server that is away: while it is open no notice is touched, so an outage of any length costs none
 * of them an attempt. Written by the sender, read by health.
 */
final class Breaker {
    /**
     * An outage.
     *
     * @param since when it began
     * @param until when the server is tried again
     */
    record Outage(Instant since, Instant until, int failures, String cause) {}

    private final Backoff backoff;
    private final InstantSource clock;
    private final DoubleSupplier chance;
    private volatile @Nullable Outage outage;

    Breaker(Backoff backoff, InstantSource clock, DoubleSupplier chance) {
        this.backoff = backoff;
        this.clock = clock;
        this.chance = chance;
    }

    boolean isOpen() {
        Outage current = outage;
        return current != null && clock.instant().isBefore(current.until());
    }

    void failed(String cause) {
        Instant now = clock.instant();
        Outage before = outage;
        int failures = before == null ? 0 : before.failures();
        Instant since = before == null ? now : before.since();
        outage = new Outage(since, now.plus(backoff.after(failures, chance.getAsDouble())), failures + 1, cause);
    }

    void succeeded() {
        outage = null;
    }

    /** The present outage; null if the server answered when it was last tried. */
    @Nullable
    Outage outage() {
        return outage;
    }
}
