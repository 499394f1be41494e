package org.citycertification.messaging.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.citycertification.messaging.failure.Refusal;
import org.jspecify.annotations.Nullable;

/** Publishes a batch in one Kafka transaction: readers see all of it or nothing. */
final class BatchPublisher implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;

    /** Fences any other producer of the same transactional id. */
    BatchPublisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
        producer.initTransactions();
    }

    /**
     * Publishes the rows in their order.
     *
     * @param lead asked once the broker has the rows, and before they are committed
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
            producer.flush();
            lead.confirm();
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
