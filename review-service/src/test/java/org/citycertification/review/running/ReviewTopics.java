package org.citycertification.review.running;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.citycertification.messaging.TopicEnds;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;

/** Writes what scoring would and keeps all that review publishes. */
final class ReviewTopics implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Admin admin;
    private final WireFormat wire;
    private final List<CaseEvent> cases = new ArrayList<>();
    private final List<CertificationEvent> certifications = new ArrayList<>();
    private final Map<UUID, String> traces = new HashMap<>();
    private final Map<String, Set<String>> deadLetters = new HashMap<>();

    ReviewTopics(TestPlatform platform) {
        this.wire = new WireFormat(Registries.client(platform.registryUrl()), false);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        platform.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", platform.bootstrapServers()));
        List<TopicPartition> all = new ArrayList<>();
        for (String topic :
                List.of(Topics.CASE, Topics.CERTIFICATION, Topics.deadLetters(Topics.SCORECARD, "review"))) {
            consumer.partitionsFor(topic)
                    .forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    void send(String topic, String key, SpecificRecord value) {
        producer.send(new ProducerRecord<>(topic, key, wire.encode(topic, value)));
        producer.flush();
    }

    /** As part of a trace in the W3C form. */
    void send(String topic, String key, SpecificRecord value, String traceparent) {
        var record = new ProducerRecord<>(topic, key, wire.encode(topic, value));
        record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        producer.send(record);
        producer.flush();
    }

    List<CaseEvent> casesOf(UUID caseId) {
        poll();
        return cases.stream().filter(event -> event.getCaseId().equals(caseId)).toList();
    }

    List<CertificationEvent> certificationsOf(String cityId) {
        poll();
        return certifications.stream()
                .filter(event -> event.getCityId().equals(cityId))
                .toList();
    }

    boolean hasDeadLetter(String topic, String key) {
        poll();
        return deadLetters.getOrDefault(topic, Set.of()).contains(key);
    }

    /** Waits until the outbox is empty and reads what came of it. */
    void drain() {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        ReviewDatabase.column("select count(*) from outbox").equals(List.of("0")));
        var ends = new TopicEnds(admin).of(consumer.assignment());
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            poll();
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        });
    }

    private void poll() {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
            switch (each.topic()) {
                case Topics.CASE -> {
                    assertCloudEvent(each);
                    CaseEvent event = wire.decode(each.value(), CaseEvent.class);
                    cases.add(event);
                    traces.put(event.getEventId(), header(each, "traceparent"));
                }
                case Topics.CERTIFICATION -> {
                    assertCloudEvent(each);
                    CertificationEvent event = wire.decode(each.value(), CertificationEvent.class);
                    certifications.add(event);
                    traces.put(event.getEventId(), header(each, "traceparent"));
                }
                default ->
                    deadLetters
                            .computeIfAbsent(each.topic(), topic -> new HashSet<>())
                            .add(each.key());
            }
        }
    }

    /** The {@code traceparent} that an event carried, empty if none. */
    String traceOf(UUID eventId) {
        return traces.getOrDefault(eventId, "");
    }

    private static void assertCloudEvent(ConsumerRecord<String, byte[]> each) {
        if (!header(each, "ce_subject").equals(each.key())) {
            throw new AssertionError("ce_subject is not the key of " + each.topic() + "@" + each.offset());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> each, String name) {
        var header = each.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        admin.close();
    }
}
