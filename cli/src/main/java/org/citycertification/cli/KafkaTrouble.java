package org.citycertification.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failure of a Kafka client means to the command's user and what to do about it.
 *
 * @param config the file that the user gave for the clients
 */
record KafkaTrouble(String brokers, @Nullable Path config) {
    private static final String OPTION = "--kafka-config";

    /** The reason may be hidden below the failures of futures and of clients that cannot be made. */
    CommandFailure explain(Throwable failure) {
        return new CommandFailure(
                Exit.UNREACHABLE,
                within(failure, AuthenticationException.class)
                        .map(this::unknownUser)
                        .or(() -> within(failure, AuthorizationException.class).map(this::noRight))
                        .or(() -> within(failure, java.util.concurrent.TimeoutException.class)
                                .or(() -> within(failure, TimeoutException.class))
                                .map(late -> noAnswer()))
                        .orElseGet(() -> "Kafka at " + brokers + " cannot be used: " + root(failure)));
    }

    private String unknownUser(Throwable reason) {
        return "Kafka at " + brokers + " does not accept who you are: " + sentence(reason)
                + " Check user, password and certificates in "
                + (config == null ? "a file that you give by " + OPTION : file()) + ".";
    }

    private String noRight(Throwable reason) {
        return "Kafka at " + brokers + " does not allow it: " + sentence(reason)
                + " Name the operator's principal in "
                + (config == null ? "a file that you give by " + OPTION : file())
                + ", or have yours given its rights to dead-letter topics.";
    }

    private String noAnswer() {
        return "No Kafka broker answers at " + brokers + " within " + Connection.PATIENCE_SECONDS
                + " s; is it running, and is --bootstrap-servers right?"
                + (config == null ? " A secured one answers only with " + OPTION + "." : "");
    }

    private static String sentence(Throwable reason) {
        String message = String.valueOf(reason.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private String file() {
        return config + " (" + OPTION + ")";
    }

    private static Optional<Throwable> within(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable reason = failure; reason != null; reason = reason.getCause()) {
            if (kind.isInstance(reason)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
