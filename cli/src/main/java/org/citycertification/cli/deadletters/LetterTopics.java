package org.citycertification.cli.deadletters;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.citycertification.cli.CommandFailure;
import org.citycertification.cli.Connection;
import org.citycertification.cli.Exit;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.deadletter.DeadLetterLog;

/** The dead-letter topics of a cluster, read from their beginning to the end they have now. */
final class LetterTopics {
    private final Connection connection;

    LetterTopics(Connection connection) {
        this.connection = connection;
    }

    /** Names of those that are wanted; a failure that names all if there is none. */
    Set<String> named(Predicate<String> wanted) {
        Set<String> all = all();
        Set<String> found = new TreeSet<>(all);
        found.removeIf(wanted.negate());
        if (found.isEmpty()) {
            throw new CommandFailure(
                    Exit.NOT_FOUND,
                    all.isEmpty()
                            ? "There is no dead-letter topic at " + connection.brokers()
                                    + " that you may see; has the deploy step run, and are you the operator there?"
                            : "No dead-letter topic matches. There are: " + String.join(", ", all));
        }
        return found;
    }

    private Set<String> all() {
        try (Admin admin = connection.admin()) {
            Set<String> names =
                    new TreeSet<>(admin.listTopics().names().get(Connection.PATIENCE_SECONDS, TimeUnit.SECONDS));
            names.removeIf(name -> !Topics.holdsDeadLetters(name));
            return names;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw connection.explain(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(Exit.UNEXPECTED, "Interrupted");
        }
    }

    /** All letters of these topics. */
    DeadLetterLog read(Collection<String> topics) {
        var log = new DeadLetterLog(connection.wire());
        new ReadToEnd(connection, ReadToEnd.PATIENCE).read(topics, log::add);
        return log;
    }
}
