package org.citycertification.schemas.deploy;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the broker answers to an administrator. */
final class Answer {
    private Answer() {}

    /** @param otherwise what has failed if the broker refuses, in words for whoever runs the deploy step */
    static <T> T of(KafkaFuture<T> answer, String otherwise) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw refusal(otherwise, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker was asked", e);
        }
    }

    /** What has failed, why, and what to do about it as far as that is known. */
    static CannotDeploy refusal(String failed, ExecutionException e) {
        String reason = failed + ": " + e.getCause();
        String remedy = remedy(e.getCause());
        String between = remedy.isEmpty() || reason.endsWith(".") ? "" : ".";
        return new CannotDeploy(reason + between + remedy, e);
    }

    private static String remedy(@Nullable Throwable cause) {
        if (cause instanceof TimeoutException) {
            return " Are the brokers up, and is SPRING_KAFKA_BOOTSTRAP_SERVERS right?";
        }
        if (cause instanceof AuthenticationException) {
            return " Are the user and password in the file of KAFKA_CLIENT_CONFIG right?";
        }
        if (cause instanceof AuthorizationException) {
            return " Name a user who may do this in the file of KAFKA_CLIENT_CONFIG.";
        }
        if (cause instanceof InvalidReplicationFactorException) {
            return " Set KAFKA_REPLICATION_FACTOR to no more than there are brokers.";
        }
        if (cause instanceof SecurityDisabledException) {
            return " Give the brokers an authorizer, or set neither KAFKA_PASSWORDS nor KAFKA_RIGHTS.";
        }
        return "";
    }
}
