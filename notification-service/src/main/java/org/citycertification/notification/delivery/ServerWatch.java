package org.citycertification.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.citycertification.notification.delivery.MailServer.Unreachable;

/** Knows whether letters can be handed over now, and looks now and then even if there are none. */
final class ServerWatch implements AutoCloseable {
    /** How often an idle sender makes sure that the mail server is there, so that health tells the truth. */
    private static final Duration PROBE = Duration.ofSeconds(15);

    private final MailServer server;
    private final Breaker breaker;
    private final Clock clock;
    private Instant nextProbe = Instant.MIN;

    ServerWatch(MailServer server, Breaker breaker, Clock clock) {
        this.server = server;
        this.breaker = breaker;
        this.clock = clock;
    }

    boolean isPaused() {
        return breaker.isOpen();
    }

    /** Looks if it has not done so for a while, or if the server was away when it last did. */
    void probe() {
        if (breaker.outage() != null || !clock.instant().isBefore(nextProbe)) {
            if (reaches()) {
                breaker.succeeded();
            }
        }
    }

    /** True with a living connection; otherwise a pause has begun. */
    boolean reaches() {
        nextProbe = clock.instant().plus(PROBE);
        try {
            server.connect();
            return true;
        } catch (Unreachable e) {
            String message = e.getMessage();
            breaker.failed(message == null ? "unreachable" : message);
            return false;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
