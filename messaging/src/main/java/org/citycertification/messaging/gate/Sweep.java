package org.citycertification.messaging.gate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does now and then what no record reminds of. A parked record's turn has come after an upgrade, or when an instance died
 * between applying a record and looking for what was parked behind it; a dead letter expires while nothing happens at all.
 */
final class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final String name;
    private final List<Runnable> tasks;
    private final Duration every;
    private @Nullable Thread thread;

    Sweep(String name, List<Runnable> tasks, Duration every) {
        this.name = name;
        this.tasks = List.copyOf(tasks);
        this.every = every;
    }

    synchronized void start() {
        if (tasks.isEmpty()) {
            return;
        }
        var started = new Thread(this::run, name);
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
            tasks.forEach(this::sweep);
            try {
                TimeUnit.MILLISECONDS.sleep(every.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void sweep(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.warn("The {} looks again later: {}", name, e.toString());
        }
    }
}
