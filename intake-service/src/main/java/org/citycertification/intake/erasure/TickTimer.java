package org.citycertification.intake.erasure;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks again and again whether a tick is due. */
final class TickTimer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TickTimer.class);

    private final TickContacts ticks;
    private final Duration lookEvery;
    private volatile @Nullable ScheduledExecutorService timer;

    TickTimer(TickContacts ticks, Duration lookEvery) {
        this.ticks = ticks;
        this.lookEvery = lookEvery;
    }

    private void look() {
        try {
            if (ticks.tickIfDue()) {
                log.debug("The contact topic was ticked");
            }
        } catch (RuntimeException failed) {
            log.warn("The contact topic could not be ticked; the next look tries again: {}", failed.toString());
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "contact-ticks");
            thread.setDaemon(true);
            return thread;
        });
        var unused = started.scheduleWithFixedDelay(this::look, 0, lookEvery.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        if (running != null) {
            running.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
