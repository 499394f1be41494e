package org.citycertification.messaging.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.citycertification.messaging.failure.Refusal;
import org.jspecify.annotations.Nullable;

/** Publishes a batch in one Kafka transaction: readers see all of it or nothing. */
final class BatchPublisher implements AutoCloseable {
    /** Twice as long must be shorter than the lead lasts without a sign of life. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> producer;

    /** Fences any other producer of the same transactional id. */
    BatchPublisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
        producer.initTransactions();
    }

    /**
     * Publishes the rows in their order.
     *
     * @param lead confirmed while the broker takes its time, and once more when it has the rows and they are not committed yet
     * @return empty if they are published; otherwise why the broker can never take one of them, and none is published. Which one is
     *     known of a single row only, see {@link Refusal}.
     * @throws KafkaException if nothing was published for another reason, or if the outcome is not known
     * @throws SQLException if the lead is lost; nothing is published
     */
    Optional<String> publish(List<OutboxRow> rows, Lead lead) throws SQLException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        try {
            for (OutboxRow row : rows) {
                Future<RecordMetadata> future = producer.send(row.toRecord());
                sent.add(future);
                stopIfFailed(future);
            }
            awaitReceipt(sent, lead);
            producer.commitTransaction();
            return Optional.empty();
        } catch (KafkaException failure) {
            Optional<String> refusal = refusal(sent, failure);
            if (refusal.isEmpty()) {
                throw failure;
            }
            producer.abortTransaction();
            return refusal;
        }
    }

    /** The right to publish. */
    @FunctionalInterface
    interface Lead {
        void confirm() throws SQLException;
    }

    /** The transaction is lost then, and each of the others might wait for its topic as long as this one did. */
    private static void stopIfFailed(Future<RecordMetadata> future) {
        Throwable failure = failureOf(future);
        if (failure != null) {
            throw new KafkaException("A record was not sent: " + failure, failure);
        }
    }

    private static void awaitReceipt(List<Future<RecordMetadata>> sent, Lead lead) throws SQLException {
        long confirmed = System.nanoTime();
        for (Future<RecordMetadata> future : sent) {
            do {
                if (System.nanoTime() - confirmed >= SILENCE.toNanos()) {
                    lead.confirm();
                    confirmed = System.nanoTime();
                }
            } while (!isDoneWithin(SILENCE, future));
            stopIfFailed(future);
        }
        lead.confirm();
    }

    private static boolean isDoneWithin(Duration patience, Future<RecordMetadata> future) {
        try {
            future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException failed) {
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** A record refused by the client itself may make send() throw, so that it has no future. */
    private static Optional<String> refusal(List<Future<RecordMetadata>> sent, KafkaException failure) {
        return Stream.concat(sent.stream().map(BatchPublisher::failureOf), Stream.of(failure))
                .filter(Refusal::isCauseOf)
                .map(String::valueOf)
                .findFirst();
    }

    private static @Nullable Throwable failureOf(Future<RecordMetadata> future) {
        if (!future.isDone()) {
            return null;
        }
        try {
            future.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    /** Without waiting: what is unfinished is aborted by the successor's fencing. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
