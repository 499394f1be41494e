package org.citycertification.messaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Changes keys through a service and sends it events of the same keys, again and again until it is ended. */
final class Traffic implements AutoCloseable {
    private static final long EVERY_MILLIS = 20;

    private final MessagingSystem system;
    private final RunningService service;
    private final List<UUID> keys = Stream.generate(UUID::randomUUID).limit(5).toList();
    private final Map<UUID, Long> sent = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);

    Traffic(MessagingSystem system, RunningService service) {
        this.system = system;
        this.service = service;
        threads.scheduleWithFixedDelay(this::change, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(this::send, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void change() {
        try {
            service.change(keys.get((int) (changes.get() % keys.size())));
            changes.incrementAndGet();
        } catch (DataAccessException | TransactionException e) {
            refusals.incrementAndGet();
        }
    }

    private void send() {
        for (UUID key : keys) {
            system.send(key, sent.merge(key, 1L, Long::sum));
        }
    }

    List<UUID> keys() {
        return keys;
    }

    /** Highest version that was sent of a key. */
    long sent(UUID key) {
        return sent.getOrDefault(key, 0L);
    }

    /** How many changes were stored for certain. */
    long changes() {
        return changes.get();
    }

    /** How many changes were refused because there was no database. */
    long refusals() {
        return refusals.get();
    }

    /** Returns when nothing more is changed or sent. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Something was still being sent");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
