package org.citycertification.scoring.scorecard.messaging;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * What holds the partitions of a topic up, by their number. A partition that is given away or lost is somebody else's to
 * complain of, and the record that failed may have been committed all the same.
 */
final class PartitionTrouble implements ConsumerAwareRebalanceListener {

    private final Map<Integer, String> byPartition = new ConcurrentHashMap<>();

    Map<Integer, String> all() {
        return new TreeMap<>(byPartition);
    }

    void note(ConsumerRecord<?, ?> record, RuntimeException cause) {
        byPartition.put(record.partition(), "offset " + record.offset() + ": " + cause);
    }

    void end(ConsumerRecord<?, ?> record) {
        byPartition.remove(record.partition());
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> byPartition.remove(partition.partition()));
    }
}
