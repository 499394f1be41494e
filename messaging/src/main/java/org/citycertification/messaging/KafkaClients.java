package org.citycertification.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/**
 * Kafka clients with this system's settings over those of {@code spring.kafka}: bytes in, bytes out, committed records
 * only, and time limits short enough that a dead peer is noticed within ten seconds.
 */
public final class KafkaClients {
    private static final int LARGEST_REQUEST = 3 * 1024 * 1024;
    private static final String SECOND = "1000";

    private final KafkaProperties spring;

    public KafkaClients(KafkaProperties spring) {
        this.spring = spring;
    }

    /** Settings of a transactional producer; whoever opens one with the same id later fences it. */
    public Map<String, Object> producerSettings(String transactionalId) {
        Map<String, Object> settings = new HashMap<>(spring.buildProducerProperties());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        // Shorter than a relay may be silent at its database.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 9_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        reconnectQuickly(settings);
        return settings;
    }

    /** A transactional producer. */
    public Supplier<Producer<byte[], byte[]>> producers(String transactionalId) {
        Map<String, Object> settings = producerSettings(transactionalId);
        return () -> new KafkaProducer<>(settings);
    }

    /** Consumers of the group, for listener containers, without offsets of their own to commit. */
    public ConsumerFactory<byte[], byte[]> consumers(String group, int batchSize) {
        return new DefaultKafkaConsumerFactory<>(consumerSettings(group, batchSize));
    }

    /** A consumer that follows whole topics for itself. */
    public Consumer<byte[], byte[]> consumerWithoutGroup() {
        return new KafkaConsumer<>(withoutGroup());
    }

    private Map<String, Object> consumerSettings(String group, int batchSize) {
        Map<String, Object> settings = withoutGroup();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        joinTheGroup(settings);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchSize);
        return settings;
    }

    private Map<String, Object> withoutGroup() {
        Map<String, Object> settings = new HashMap<>(spring.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        reconnectQuickly(settings);
        return settings;
    }

    /**
     * The group protocol {@code consumer} keeps all processors busy for as long as no broker answers (ADR 11). A dead member is given
     * up after the shortest time that brokers allow unless they are told otherwise.
     */
    private static void joinTheGroup(Map<String, Object> settings) {
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
    }

    private static void reconnectQuickly(Map<String, Object> settings) {
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, SECOND);
    }
}
