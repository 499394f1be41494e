package org.citycertification.messaging.failure;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Tells a record that Kafka can never take from trouble of the broker, the network or the group. */
public final class Refusal {
    private Refusal() {}

    /**
     * Whether a record that was to be written is at fault. Which one is known only of a transaction with a single record: the client
     * fails all that it still holds of a transaction for the reason of the first failure.
     */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException
                    || cause instanceof RecordBatchTooLargeException
                    || cause instanceof InvalidRecordException
                    || cause instanceof InvalidTopicException
                    || cause instanceof SerializationException) {
                return true;
            }
        }
        return false;
    }
}
