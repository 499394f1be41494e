package org.citycertification.http.idempotency;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Deletes answers past their time, a thousand rows a transaction; instances may run it side by side. */
final class PurgeOldAnswers implements SmartLifecycle {

    static final int BATCH = 1_000;
    private static final Logger log = LoggerFactory.getLogger(PurgeOldAnswers.class);

    private final JdbcAnswers answers;
    private final IdempotencyProperties settings;
    private volatile @Nullable ScheduledExecutorService timer;

    PurgeOldAnswers(JdbcAnswers answers, IdempotencyProperties settings) {
        this.answers = answers;
        this.settings = settings;
    }

    /** Deletes all that is past its time and tells how many rows that were. */
    int purge() {
        int total = 0;
        int deleted;
        do {
            deleted = answers.purge(settings.keep(), BATCH);
            total += deleted;
        } while (deleted == BATCH);
        return total;
    }

    private void purgeQuietly() {
        try {
            int deleted = purge();
            log.debug("Purged {} stored answers", deleted);
        } catch (RuntimeException failed) {
            log.warn("Stored answers could not be purged; the next run tries again", failed);
        }
    }

    @Override
    public void start() {
        long millis = settings.purgeEvery().toMillis();
        var started = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "purge-old-answers");
            thread.setDaemon(true);
            return thread;
        });
        var unused = started.scheduleWithFixedDelay(this::purgeQuietly, millis, millis, TimeUnit.MILLISECONDS);
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
