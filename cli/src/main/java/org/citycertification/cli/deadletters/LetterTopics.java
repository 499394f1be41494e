package org.citycertification.cli.deadletters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.cli.CommandFailure;
import org.citycertification.cli.Connection;
import org.citycertification.cli.Exit;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.deadletter.DeadLetterLog;

/** The dead-letter topics of a cluster, read from their beginning to the end they have now. */
final class LetterTopics {
    private static final Duration POLL = Duration.ofMillis(100);

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
                            ? "There is no dead-letter topic at " + connection.brokers() + "; has the deploy step run?"
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
            throw unreachable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(Exit.UNEXPECTED, "Interrupted");
        }
    }

    private CommandFailure unreachable() {
        return new CommandFailure(
                Exit.UNREACHABLE,
                "No Kafka broker answers at " + connection.brokers() + " within " + Connection.PATIENCE_SECONDS
                        + " s; is it running, and is --bootstrap-servers right?");
    }

    /** All letters of these topics. */
    DeadLetterLog read(Collection<String> topics) {
        var log = new DeadLetterLog(connection.wire());
        try (Consumer<byte[], byte[]> consumer = connection.consumer()) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : topics) {
                consumer.partitionsFor(topic)
                        .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(log::add);
            }
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            throw unreachable();
        }
        return log;
    }
}
