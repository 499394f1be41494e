package org.citycertification.messaging.gate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies parked records whose turn has come although no record of their key brings it up: after an upgrade, or when an
 * instance died between applying a record and looking for what was parked behind it.
 */
final class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final List<GateListener<?>> listeners;
    private final Duration every;
    private @Nullable Thread thread;

    Sweep(List<GateListener<?>> listeners, Duration every) {
        this.listeners = List.copyOf(listeners);
        this.every = every;
    }

    synchronized void start() {
        var started = new Thread(this::run, "gate-sweep");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            listeners.forEach(Sweep::sweep);
            try {
                TimeUnit.MILLISECONDS.sleep(every.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void sweep(GateListener<?> listener) {
        try {
            listener.unpark(null);
        } catch (RuntimeException e) {
            log.warn("Parked records are looked at again later: {}", e.toString());
        }
    }
}
