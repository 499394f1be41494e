package org.citycertification.scoring.edition.messaging;

import java.util.concurrent.TimeUnit;
import org.citycertification.scoring.edition.EditionConflict;
import org.citycertification.scoring.edition.PublishEditions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the shipped editions while the service starts. A conflict stops the start; a broker or registry that is away
 * does not: it is asked again in the background until it answers.
 */
final class EditionPublishing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EditionPublishing.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int BEFORE_THE_WEB_SERVER = SmartLifecycle.DEFAULT_PHASE - 3_000;

    private final PublishEditions publishEditions;
    private final Runnable stopService;
    private volatile @Nullable Thread retrying;
    private volatile boolean running;

    /** @param stopService ends the process after a conflict that shows up only when the service runs already */
    EditionPublishing(PublishEditions publishEditions, Runnable stopService) {
        this.publishEditions = publishEditions;
        this.stopService = stopService;
    }

    @Override
    public void start() {
        running = true;
        if (!published()) {
            var thread = new Thread(this::untilPublished, "edition-publishing");
            thread.setDaemon(true);
            retrying = thread;
            thread.start();
        }
    }

    private boolean published() {
        try {
            publishEditions.publish();
            return true;
        } catch (EditionConflict e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("The shipped editions cannot be published yet, trying again: {}", e.toString());
            return false;
        }
    }

    private void untilPublished() {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            do {
                TimeUnit.MILLISECONDS.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            } while (running && !published());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (EditionConflict e) {
            log.error(e.getMessage());
            stopService.run();
        }
    }

    @Override
    public void stop() {
        running = false;
        var thread = retrying;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
