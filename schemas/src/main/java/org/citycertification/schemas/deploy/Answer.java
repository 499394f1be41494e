package org.citycertification.schemas.deploy;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/** What the broker answers to an administrator. */
final class Answer {
    private Answer() {}

    /** @param otherwise what has failed if the broker refuses, in words for whoever runs the deploy step */
    static <T> T of(KafkaFuture<T> answer, String otherwise) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(otherwise + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker was asked", e);
        }
    }
}
