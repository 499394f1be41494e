package org.citycertification.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citycertification.messaging.gate.EventIdentity;
import org.citycertification.messaging.gate.Subscription;
import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.DeadLetterLog;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Resolution;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service with a database whose handler fails as long as a test wants it to, on two instances. */
final class LetterService implements AutoCloseable {
    static final String IN = "letters.thing.internal.v1";
    static final String DEAD = IN + ".letters.dlt";
    private static final int PARTITIONS = 3;
    private static final Set<UUID> FAILING = ConcurrentHashMap.newKeySet();

    private final TestPlatform platform = TestPlatform.shared(Part.KAFKA, Part.REGISTRY, Part.POSTGRES);
    private final String database = platform.createDatabase("letters");
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private final KafkaProducer<byte[], byte[]> producer;
    final WireFormat wire = new WireFormat(Registries.client(platform.registryUrl()), true);

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {
        @Bean
        Subscription<SubmissionEvent> things(JdbcClient jdbc) {
            return Subscription.gapless(
                    IN,
                    SubmissionEvent.class,
                    event -> new EventIdentity(
                            event.getSubmissionId().toString(), event.getVersion(), event.getEventId()),
                    event -> {
                        jdbc.sql("insert into applied (message_key, version) values (?, ?)")
                                .params(event.getSubmissionId().toString(), event.getVersion())
                                .update();
                        if (FAILING.contains(event.getEventId())) {
                            throw new IllegalStateException("This event is meant to fail");
                        }
                    });
        }
    }

    LetterService() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            // Another class of this JVM may have been here.
            Set<String> there = admin.listTopics().names().get();
            admin.createTopics(Stream.of(IN, DEAD)
                            .filter(topic -> !there.contains(topic))
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        startInstances();
    }

    void startInstances() {
        instances.add(instance());
        instances.add(instance());
    }

    private ConfigurableApplicationContext instance() {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database,
                        "spring.datasource.username=letters_app",
                        "spring.datasource.password=letters_app",
                        "spring.flyway.user=letters_owner",
                        "spring.flyway.password=letters_owner",
                        "spring.flyway.locations=classpath:db/messaging,classpath:db/test",
                        "spring.kafka.bootstrap-servers=" + platform.bootstrapServers(),
                        "schema.registry.url=" + platform.registryUrl(),
                        "auto.register.schemas=true",
                        "messaging.service=letters",
                        "messaging.readers.sweep=500ms",
                        "messaging.readers.unknown-schema-patience=1s")
                .run();
    }

    void stopInstances() {
        instances.forEach(ConfigurableApplicationContext::close);
        instances.clear();
    }

    <T> T bean(String name, Class<T> type) {
        return instances.get(0).getBean(name, type);
    }

    JdbcClient jdbc() {
        return instances.get(0).getBean(JdbcClient.class);
    }

    static SubmissionEvent event(UUID key, long version) {
        return SubmissionEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes((key + "/" + version).getBytes(UTF_8)))
                .setOccurredAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setSubmissionId(key)
                .setVersion(version)
                .build();
    }

    static void failsOn(SubmissionEvent event) {
        FAILING.add(event.getEventId());
    }

    static void isRepairedFor(SubmissionEvent event) {
        FAILING.remove(event.getEventId());
    }

    byte[] bytes(SubmissionEvent event) {
        return wire.encode(IN, event);
    }

    void send(SubmissionEvent event) {
        send(event.getSubmissionId().toString(), bytes(event));
    }

    void send(String key, byte[] value) {
        producer.send(new ProducerRecord<>(IN, key.getBytes(UTF_8), value));
        producer.flush();
    }

    void sendWithoutKey(int partition, byte[] value) {
        producer.send(new ProducerRecord<>(IN, partition, null, value));
        producer.flush();
    }

    UUID resolve(DeadLetterFile file, Action action, String reason) {
        ConsumerRecord<byte[], byte[]> letter = file.letter().record();
        return resolve(letter.partition(), letter.offset(), letter.key(), new Resolution(action, "op-1", reason, null));
    }

    UUID resolve(int partition, long offset, byte[] key, Resolution resolution) {
        var event = DeadLetterEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setLetterOffset(offset)
                .setResolution(resolution)
                .build();
        producer.send(new ProducerRecord<>(DEAD, partition, key, wire.encode(DEAD, event)));
        producer.flush();
        return event.getEventId();
    }

    List<Long> applied(UUID key) {
        return jdbc().sql("select version from applied where message_key = ? order by id")
                .param(key.toString())
                .query(Long.class)
                .list();
    }

    List<DeadLetterFile> letters(String key) {
        var log = new DeadLetterLog(wire);
        records(DEAD).forEach(log::add);
        return log.files().stream()
                .filter(file -> file.letter().key().equals(key))
                .toList();
    }

    List<DeadLetterEvent> events() {
        return records(DEAD).stream()
                .map(record -> DeadLetterLog.event(wire, record))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", platform.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, PARTITIONS)
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

    @Override
    public void close() {
        stopInstances();
        producer.close();
    }
}
