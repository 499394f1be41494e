package org.citycertification.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
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
     * @return empty if they are published; otherwise why the broker can never take one of them, and none is published. Which one is
     *     known of a single row only: the client fails all that it still holds of a transaction for the reason of the first failure.
     * @throws KafkaException if nothing was published for another reason, or if the outcome is not known
     */
    Optional<String> publish(List<OutboxRow> rows) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        try {
            for (OutboxRow row : rows) {
                Future<RecordMetadata> future = producer.send(row.toRecord());
                sent.add(future);
                stopIfFailed(future);
            }
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
                .filter(BatchPublisher::isPermanent)
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

    private static boolean isPermanent(@Nullable Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTopicException
                || failure instanceof SerializationException;
    }

    /** Without waiting: what is unfinished is aborted by the successor's fencing. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
