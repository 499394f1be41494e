package org.citycertification.notification.delivery;

import java.time.Instant;
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
    private volatile @Nullable Outage outage;

    Breaker(Backoff backoff) {
        this.backoff = backoff;
    }

    boolean isOpen(Instant now) {
        Outage current = outage;
        return current != null && now.isBefore(current.until());
    }

    void failed(String cause, Instant now, double chance) {
        Outage before = outage;
        int failures = before == null ? 0 : before.failures();
        Instant since = before == null ? now : before.since();
        outage = new Outage(since, now.plus(backoff.after(failures, chance)), failures + 1, cause);
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
