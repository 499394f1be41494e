package org.citycertification.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the rounds of a sender from the moment the service is ready, when logs already carry the trace, to its end.
 */
final class SenderThread implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(SenderThread.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    /** A conversation is not cut off: a letter that is already with the server would become uncertain. */
    private static final Duration LAST_LETTER = Duration.ofSeconds(25);

    private final Supplier<SendingLoop> loops;
    private final Clock clock;

    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile Instant lastRound = Instant.MIN;

    SenderThread(Supplier<SendingLoop> loops, Clock clock) {
        this.loops = loops;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        start();
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        var fresh = new Thread(this::run, "notice-sender");
        fresh.setDaemon(true);
        thread = fresh;
        fresh.start();
    }

    private void run() {
        CountDownLatch stop = stopping;
        try (SendingLoop loop = loops.get()) {
            while (stop.getCount() > 0) {
                long pause = pauseAfterRound(loop).toMillis();
                if (pause > 0 && stop.await(pause, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pauseAfterRound(SendingLoop loop) throws InterruptedException {
        try {
            Duration pause = loop.round();
            lastRound = clock.instant();
            // Rounded up: a pause of less than a millisecond must not become a busy loop.
            return pause.isZero() ? pause : pause.plusNanos(999_999);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.warn("The sender could not do its round and tries again: {}", e.toString());
            return AFTER_TROUBLE;
        }
    }

    /** When the sender last came through a round; {@link Instant#MIN} before the first. */
    Instant lastRound() {
        return lastRound;
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping.countDown();
        try {
            running.join(LAST_LETTER.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        Thread running = thread;
        return running != null && running.isAlive();
    }
}
