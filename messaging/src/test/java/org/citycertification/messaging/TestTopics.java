package org.citycertification.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes topics and reads them from beginning to end. */
final class TestTopics {
    private TestTopics() {}

    /** Makes what is missing, with as many partitions as everything here has. */
    static void create(String bootstrapServers, List<String> plain, List<String> deadLetters) {
        List<NewTopic> topics = new ArrayList<>();
        plain.forEach(name -> topics.add(topic(name)));
        deadLetters.forEach(name -> topics.add(topic(name).configs(Map.of("max.message.bytes", "2097152"))));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            topics.removeIf(topic -> existing.contains(topic.name()));
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Topics could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static NewTopic topic(String name) {
        return new NewTopic(name, MessagingSystem.PARTITIONS, (short) 1);
    }

    /** How many of the topic's partitions each member of the group reads now. */
    static List<Long> shares(String bootstrapServers, String topic, String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var description =
                    admin.describeConsumerGroups(List.of(group)).all().get().get(group);
            // The readers of dead letters are members of the same group.
            return description.members().stream()
                    .map(member -> member.assignment().topicPartitions())
                    .filter(all ->
                            all.stream().allMatch(partition -> partition.topic().equals(topic)))
                    .map(all -> (long) all.size())
                    .toList();
        } catch (ExecutionException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether a transaction has been committed or aborted, and its partitions do not all know yet, or nobody tells. */
    static boolean isEnding(String bootstrapServers, String transactionalId) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            TransactionState state = admin.describeTransactions(List.of(transactionalId))
                    .description(transactionalId)
                    .get()
                    .state();
            return state == TransactionState.PREPARE_COMMIT || state == TransactionState.PREPARE_ABORT;
        } catch (ExecutionException e) {
            return !(e.getCause() instanceof TransactionalIdNotFoundException);
        }
    }

    /** Everything that a reader of this isolation level sees now. */
    static List<ConsumerRecord<byte[], byte[]>> records(String bootstrapServers, String topic, String isolation) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "isolation.level", isolation);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, MessagingSystem.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
