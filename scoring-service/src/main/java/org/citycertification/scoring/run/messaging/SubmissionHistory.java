package org.citycertification.scoring.run.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.schemas.Topics;
import org.citycertification.scoring.run.RunFailure;

/**
 * The submission topic from given positions up to given ends, in batches. It joins no group, so no living reader loses a
 * partition to it.
 */
public final class SubmissionHistory {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /**
     * Records of several partitions.
     *
     * @param positions where reading goes on after them, of every partition
     */
    public record Batch(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> positions) {}

    /** @param consumer reads committed records only; whoever made it closes it */
    public SubmissionHistory(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        this.partitions = consumer.partitionsFor(Topics.SUBMISSION, LONGEST_CALL).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new RunFailure("Topic " + Topics.SUBMISSION + " does not exist; has the deploy step run?");
        }
        consumer.assign(partitions);
    }

    /** Where each partition begins. */
    public Map<TopicPartition, Long> beginnings() {
        return consumer.beginningOffsets(partitions, LONGEST_CALL);
    }

    /** Where each partition ends now. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions, LONGEST_CALL);
    }

    /** Its partitions. */
    public List<TopicPartition> partitions() {
        return partitions;
    }

    /** Goes to these positions. */
    public void seek(Map<TopicPartition, Long> positions) {
        positions.forEach(consumer::seek);
    }

    /** The next records below the ends; empty once every end is reached. */
    public Optional<Batch> next(Map<TopicPartition, Long> ends) {
        var reached = partitions.stream()
                .filter(partition -> position(partition) >= end(partition, ends))
                .toList();
        if (reached.size() == partitions.size()) {
            return Optional.empty();
        }
        consumer.pause(reached);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (var record : consumer.poll(POLL)) {
            if (record.offset() < end(new TopicPartition(record.topic(), record.partition()), ends)) {
                records.add(record);
            }
        }
        return Optional.of(new Batch(records, positions(ends)));
    }

    private Map<TopicPartition, Long> positions(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> positions = new TreeMap<>(java.util.Comparator.comparing(TopicPartition::partition));
        for (var partition : partitions) {
            positions.put(partition, Math.min(position(partition), end(partition, ends)));
        }
        return positions;
    }

    private long position(TopicPartition partition) {
        return consumer.position(partition, LONGEST_CALL);
    }

    private static long end(TopicPartition partition, Map<TopicPartition, Long> ends) {
        return ends.getOrDefault(partition, 0L);
    }

    /** How many offsets lie between two sets of positions. */
    public static long between(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        return to.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - from.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
