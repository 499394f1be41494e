package org.citycertification.messaging.gate;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.citycertification.messaging.gate.LetterRows.OpenLetter;
import org.citycertification.schemas.deadletter.DeadLetter;

/**
 * What a dead-letter topic holds now.
 *
 * @param consumers makes a consumer without a group that reads committed records only
 */
record LetterTopic(String name, Supplier<Consumer<byte[], byte[]>> consumers, Admin admin) {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** The first offset of each partition. */
    Map<Integer, Long> starts(Collection<Integer> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /**
     * Looks for letters, each in its partition from the given start to the end.
     *
     * @return the offset of each that is there; a later refusal of the same record counts, too
     * @throws TimeoutException if the broker does not give all of it, as long as a transaction there is undecided, for instance
     */
    Map<OpenLetter, Long> find(List<OpenLetter> letters, Map<Integer, Long> starts) {
        List<Integer> partitions =
                letters.stream().map(OpenLetter::partition).distinct().toList();
        Map<Integer, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<OpenLetter, Long> found = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(partitions.stream().map(this::partition).toList());
            partitions.forEach(number -> consumer.seek(partition(number), starts.getOrDefault(number, 0L)));
            readTo(
                    ends,
                    consumer,
                    record -> DeadLetter.of(record)
                            .ifPresent(letter -> letters.stream()
                                    .filter(sought -> isOf(sought, letter))
                                    .forEach(sought -> found.put(sought, record.offset()))));
        }
        return found;
    }

    private void readTo(
            Map<Integer, Long> ends,
            Consumer<byte[], byte[]> consumer,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> take) {
        long heard = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(partition(end.getKey())) < end.getValue())) {
            var records = consumer.poll(POLL);
            records.forEach(take);
            if (!records.isEmpty()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > LONGEST.toNanos()) {
                throw new TimeoutException(name + " could not be read to its end");
            }
        }
    }

    private static boolean isOf(OpenLetter sought, DeadLetter letter) {
        return letter.record().partition() == sought.partition()
                && letter.sourceOffset() == sought.sourceOffset()
                && letter.attempt() >= sought.attempt();
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(name, number);
    }

    /** The end is that of all records: one that is committed, but not yet shown to readers of such, is waited for. */
    private Map<Integer, Long> offsets(Collection<Integer> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(number -> wanted.put(partition(number), spec));
        var patience = new ListOffsetsOptions().timeoutMs((int) LONGEST.toMillis());
        try {
            Map<Integer, Long> offsets = new HashMap<>();
            admin.listOffsets(wanted, patience)
                    .all()
                    .get()
                    .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
            return offsets;
        } catch (ExecutionException e) {
            throw new KafkaException("Nobody tells where " + name + " begins and ends: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
