package org.citycertification.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.citycertification.messaging.MessagingProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what the outbox holds, in order. Of all instances on one database one leads; the rest wait. A batch goes out
 * in one Kafka transaction under a fixed transactional id, then its rows are deleted; a crash in between repeats the
 * batch, which readers recognise by version. No database transaction is open while Kafka is waited for.
 */
public final class OutboxRelay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long RETRY_MILLIS = 250;
    private static final long JOIN_MILLIS = 5_000;

    private final Leadership leadership;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final MessagingProperties.Relay settings;
    private final Semaphore work = new Semaphore(0);
    private @Nullable BatchPublisher publisher;
    private int batchSize;
    private volatile @Nullable Thread thread;
    private volatile @Nullable String trouble;

    /**
     * @param connect opens a connection of the relay's own, outside any pool
     * @param producers makes a transactional producer with the database's fixed id
     */
    public OutboxRelay(
            Callable<Connection> connect,
            Supplier<Producer<byte[], byte[]>> producers,
            MessagingProperties.Relay settings) {
        this.leadership = new Leadership(connect);
        this.producers = producers;
        this.settings = settings;
        this.batchSize = settings.batchSize();
    }

    /** Makes the relay look now instead of at its next poll. */
    public void wake() {
        work.release();
    }

    /** Whether this instance publishes. */
    public boolean isLeading() {
        return leadership.isLeading();
    }

    /** What keeps it from publishing, or null. */
    public @Nullable String trouble() {
        return trouble;
    }

    @Override
    public void start() {
        var started = new Thread(this::run, "outbox-relay");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(JOIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    private void run() {
        try {
            while (thread == Thread.currentThread()) {
                turn();
            }
        } catch (InterruptedException e) {
            log.debug("Asked to stop");
        } finally {
            // A thread that is marked as interrupted cannot close a producer.
            Thread.interrupted();
            giveUp();
        }
    }

    private void turn() throws InterruptedException {
        try {
            Connection connection = leadership.acquire();
            if (connection == null) {
                trouble = null;
                pause(settings.candidacy().toMillis());
                return;
            }
            if (!publishNext(connection)) {
                trouble = null;
                pause(settings.poll().toMillis());
                return;
            }
            trouble = null;
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            failed(e);
        }
    }

    /**
     * Rows are read again after a producer was opened: opening fences the predecessor, and what is read before that, the
     * predecessor or a successor of this instance may have published already.
     */
    private boolean publishNext(Connection connection) throws SQLException {
        List<OutboxRow> rows = OutboxRows.next(connection, batchSize);
        if (publisher == null && !rows.isEmpty()) {
            publisher = open(producers.get());
            rows = OutboxRows.next(connection, batchSize);
        }
        BatchPublisher current = publisher;
        if (current == null || rows.isEmpty()) {
            return false;
        }
        publish(current, connection, rows);
        return true;
    }

    /** A refusal is a row's own only if nothing else was in its transaction, so batches become smaller until one is. */
    private void publish(BatchPublisher publisher, Connection connection, List<OutboxRow> rows) throws SQLException {
        Optional<String> refusal = publisher.publish(rows, () -> Leadership.confirm(connection));
        if (refusal.isPresent() && rows.size() > 1) {
            batchSize = rows.size() / 2;
            return;
        }
        if (refusal.isEmpty()) {
            OutboxRows.delete(connection, rows);
        } else {
            log.error(
                    "The broker can never take a stored record; what follows it under its key waits: {}",
                    refusal.get());
            OutboxRows.refuse(connection, rows.get(0), refusal.get());
        }
        batchSize = Math.min(2 * batchSize, settings.batchSize());
    }

    private static BatchPublisher open(Producer<byte[], byte[]> producer) {
        try {
            return new BatchPublisher(producer);
        } catch (KafkaException e) {
            producer.close(java.time.Duration.ZERO);
            throw e;
        }
    }

    private void failed(Throwable failure) throws InterruptedException {
        if (thread != Thread.currentThread()) {
            return;
        }
        trouble = failure.toString();
        log.warn("Publishing stopped and starts again at once: {}", trouble);
        giveUp();
        pause(RETRY_MILLIS);
    }

    private void giveUp() {
        BatchPublisher current = publisher;
        publisher = null;
        try {
            if (current != null) {
                current.close();
            }
        } finally {
            leadership.close();
        }
    }

    private void pause(long millis) throws InterruptedException {
        if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }
}
