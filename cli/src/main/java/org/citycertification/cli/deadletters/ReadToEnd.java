package org.citycertification.cli.deadletters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.cli.CommandFailure;
import org.citycertification.cli.Connection;
import org.citycertification.cli.Exit;

/**
 * Reads topics from their beginning to the end that they have now. A consumer waits for a broker that died for as long as
 * it takes; whoever started a command does not.
 */
final class ReadToEnd {
    /** How long Kafka may send nothing while there is more to read. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Connection connection;
    private final Duration patience;

    ReadToEnd(Connection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    void read(Collection<String> topics, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (Consumer<byte[], byte[]> consumer = connection.consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topics);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            read(consumer, consumer.endOffsets(partitions), reader);
        } catch (KafkaException e) {
            throw connection.explain(e);
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, Collection<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        return partitions;
    }

    private void read(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        long missing = missing(consumer, ends);
        long since = System.nanoTime();
        while (missing > 0) {
            consumer.poll(POLL).forEach(reader);
            long now = missing(consumer, ends);
            if (now < missing) {
                missing = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience.toNanos()) {
                throw new CommandFailure(
                        Exit.UNREACHABLE,
                        "Kafka at " + connection.brokers() + " has sent nothing for " + patience.toSeconds()
                                + " s, before the end of the dead letters; is it still running?");
            }
        }
    }

    /** How many offsets lie before the ends; a transaction's end takes one too, and a record that was compacted away. */
    private static long missing(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }
}
