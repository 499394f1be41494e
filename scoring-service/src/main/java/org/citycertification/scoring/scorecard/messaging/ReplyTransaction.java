package org.citycertification.scoring.scorecard.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.messaging.KafkaClients;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Publishes replies and moves the group's offsets past what they answer: both, or neither. */
final class ReplyTransaction implements DisposableBean {

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final KafkaTemplate<byte[], byte[]> kafka;

    private ReplyTransaction(DefaultKafkaProducerFactory<byte[], byte[]> producers) {
        this.producers = producers;
        this.kafka = new KafkaTemplate<>(producers);
    }

    /** With transactional ids of this instance's own: one shared with another instance would fence it. */
    static ReplyTransaction of(KafkaClients clients, String service) {
        var prefix = service + ".reply." + UUID.randomUUID() + ".";
        var settings = clients.producerSettings(prefix);
        settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        var producers = new DefaultKafkaProducerFactory<byte[], byte[]>(settings);
        producers.setTransactionIdPrefix(prefix);
        return new ReplyTransaction(producers);
    }

    @Override
    public void destroy() {
        producers.destroy();
    }

    /**
     * Commits the replies in one transaction.
     *
     * @param group as the consumer is a member of it now; a member that was replaced cannot commit
     */
    void commit(List<Reply> replies, ConsumerGroupMetadata group) {
        if (!replies.isEmpty()) {
            commit(replies.stream().map(Reply::outgoing).toList(), nextOffsets(replies), group);
        }
    }

    /** Commits the records and the next offsets in one transaction. */
    void commit(
            List<ProducerRecord<byte[], byte[]>> records,
            Map<TopicPartition, OffsetAndMetadata> next,
            ConsumerGroupMetadata group) {
        var unused = kafka.executeInTransaction(transaction -> {
            for (var record : records) {
                var sent = transaction.send(record);
                if (sent.isCompletedExceptionally()) {
                    sent.join();
                }
            }
            transaction.sendOffsetsToTransaction(next, group);
            return records.size();
        });
    }

    private static Map<TopicPartition, OffsetAndMetadata> nextOffsets(List<Reply> replies) {
        var next = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var reply : replies) {
            var source = reply.source();
            next.put(
                    new TopicPartition(source.topic(), source.partition()), new OffsetAndMetadata(source.offset() + 1));
        }
        return next;
    }
}
