package org.citycertification.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody who comes to the broker with a name and a password, and tries what it may do. */
final class Principal {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_FETCH = Duration.ofMillis(200);
    private static final byte[] NONSENSE = {1};

    private final Map<String, String> client;
    private final String name;

    Principal(Path secrets, String name) {
        this.client = client(secrets, name);
        this.name = name;
    }

    /** A client's settings, from the files that make-secrets.sh made. */
    static Map<String, String> client(Path secrets, String name) {
        try {
            return Map.of(
                    "security.protocol", "SASL_SSL",
                    "sasl.mechanism", "SCRAM-SHA-512",
                    "sasl.jaas.config",
                            Files.readString(secrets.resolve(name + ".jaas")).strip(),
                    "ssl.truststore.type", "PEM",
                    "ssl.truststore.location", secrets.resolve("ca.pem").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tries a record in a transaction that is then given up, so that no reader ever sees it. Who has no transactions tries it
     * without one.
     */
    boolean mayWrite(String topic) {
        try (var producer = producer(Map.of("transactional.id", name + ".trying"))) {
            producer.initTransactions();
            producer.beginTransaction();
            boolean allowed = sends(producer, topic, name);
            producer.abortTransaction();
            return allowed;
        } catch (TransactionalIdAuthorizationException e) {
            try (var producer = producer(Map.of("enable.idempotence", false))) {
                return sends(producer, topic, name);
            }
        }
    }

    /** Whether it could shut out the producer that uses this transactional ID. */
    boolean mayUseTransactions(String id) {
        try (var producer = producer(Map.of("transactional.id", id))) {
            producer.initTransactions();
            return true;
        } catch (TransactionalIdAuthorizationException e) {
            return false;
        }
    }

    /** Writes bytes that no reader understands, under this key. */
    void writeNonsense(String topic, String key) {
        try (var producer = producer(Map.of())) {
            if (!sends(producer, topic, key)) {
                throw new IllegalStateException(name + " may not write " + topic);
            }
        }
    }

    private static boolean sends(KafkaProducer<byte[], byte[]> producer, String topic, String key) {
        try {
            producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), NONSENSE))
                    .get();
            return true;
        } catch (java.util.concurrent.ExecutionException | KafkaException e) {
            return unlessRefused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.putAll(more);
        settings.put("bootstrap.servers", "localhost:9092");
        settings.put("max.block.ms", PATIENCE.toMillis());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static boolean unlessRefused(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TopicAuthorizationException) {
                return false;
            }
        }
        throw new IllegalStateException("Neither allowed nor refused", failure);
    }

    boolean mayRead(String topic) {
        try {
            read(client, Map.of(), topic);
            return true;
        } catch (TopicAuthorizationException e) {
            return false;
        }
    }

    /** Fetches once, without a group. */
    static void read(Map<String, String> client, Map<String, String> more, String topic) {
        try (var consumer = consumer(client, more)) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            consumer.endOffsets(List.of(partition), PATIENCE);
            consumer.position(partition, PATIENCE);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (answeredFetches(consumer) < 2) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Neither allowed nor refused to read " + topic);
                }
                consumer.poll(A_FETCH);
            }
        }
    }

    /** An empty topic, too, answers; a refusal that came with the first answer has been thrown when there is a second. */
    private static double answeredFetches(KafkaConsumer<?, ?> consumer) {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("fetch-total"))
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .sum();
    }

    /** Whether it could move the place at which this group reads on, in a topic that it may read. */
    boolean mayUseGroup(String group, String readable) {
        try (var consumer = consumer(client, Map.of("group.id", group))) {
            consumer.commitSync(Map.of(new TopicPartition(readable, 0), new OffsetAndMetadata(0)), PATIENCE);
            return true;
        } catch (GroupAuthorizationException e) {
            return false;
        }
    }

    /** Joins the group and is given partitions. */
    void join(String group, String topic) {
        try (var consumer = consumer(client, Map.of("group.id", group, "group.protocol", "consumer"))) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.assignment().isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("No partitions came");
                }
                consumer.poll(Duration.ofMillis(100));
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, String> client, Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.putAll(more);
        settings.put("bootstrap.servers", "localhost:9092");
        settings.put("isolation.level", "read_committed");
        settings.put("fetch.max.wait.ms", (int) A_FETCH.toMillis());
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
