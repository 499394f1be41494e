package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.OutgoingEvent;
import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.wire.WireFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Outbox, relay, gate and dead letters on a real broker, registry and database. */
class MessagingTests {
    private static final String IN = "test.thing.internal.v1";
    private static final String OUT = "test.other.internal.v1";
    private static final String DEAD = IN + ".test.dlt";
    private static final int PARTITIONS = 3;
    private static final Set<UUID> FAILING = ConcurrentHashMap.newKeySet();

    private static TestPlatform platform;
    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;
    private static KafkaProducer<byte[], byte[]> producer;

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
                        if (FAILING.contains(event.getEventId())) {
                            throw new IllegalStateException("This event is meant to fail");
                        }
                        jdbc.sql("insert into applied (message_key, version) values (?, ?)")
                                .params(event.getSubmissionId().toString(), event.getVersion())
                                .update();
                    });
        }
    }

    @BeforeAll
    static void start() throws Exception {
        platform = TestPlatform.shared(Part.KAFKA, Part.REGISTRY, Part.POSTGRES);
        String url = platform.createDatabase("messaging");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(IN, PARTITIONS, (short) 1),
                            new NewTopic(OUT, PARTITIONS, (short) 1),
                            new NewTopic(DEAD, PARTITIONS, (short) 1).configs(Map.of("max.message.bytes", "2097152"))))
                    .all()
                    .get();
        }
        first = service(url);
        second = service(url);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "max.request.size", "3000000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static ConfigurableApplicationContext service(String url) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=messaging_app",
                        "spring.datasource.password=messaging_app",
                        "spring.flyway.user=messaging_owner",
                        "spring.flyway.password=messaging_owner",
                        "spring.flyway.locations=classpath:db/messaging,classpath:db/test",
                        "spring.kafka.bootstrap-servers=" + platform.bootstrapServers(),
                        "schema.registry.url=" + platform.registryUrl(),
                        "auto.register.schemas=true",
                        "messaging.service=test",
                        "messaging.readers.unknown-schema-patience=2s")
                .run();
    }

    @AfterAll
    static void stop() {
        producer.close();
        second.close();
        first.close();
    }

    @Test
    void publishesEachKeyInOrderUnderManyWritersOnTwoInstances() throws Exception {
        List<UUID> keys =
                IntStream.range(0, 10).mapToObj(i -> UUID.randomUUID()).toList();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 400; i++) {
            UUID key = keys.get(i % keys.size());
            var context = i % 2 == 0 ? first : second;
            writers.submit(() -> store(context, key));
        }
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(rows("select count(*) from outbox")).isZero());
        Map<String, List<Long>> versions = new TreeMap<>();
        records(OUT).stream()
                .map(record -> decode(record.value()))
                .filter(event -> keys.contains(event.getSubmissionId()))
                .forEach(event -> versions.computeIfAbsent(
                                event.getSubmissionId().toString(), k -> new ArrayList<>())
                        .add(event.getVersion()));
        assertThat(versions)
                .hasSize(keys.size())
                .allSatisfy((key, seen) -> assertThat(seen)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 40).boxed().toList()));
    }

    @Test
    void storesNothingOutsideATransaction() {
        Outbox outbox = first.getBean(Outbox.class);
        SubmissionEvent event = event(UUID.randomUUID(), 1);

        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> outbox.append(outgoing(OUT, event)));
    }

    @Test
    void appliesARepeatedEventOnce() {
        UUID key = UUID.randomUUID();
        SubmissionEvent one = event(key, 1);

        send(one);
        send(one);
        send(event(key, 2));

        awaitApplied(key, 1, 2);
    }

    @Test
    void waitsForAMissingVersionAndThenAppliesAllInOrder() {
        UUID key = UUID.randomUUID();
        send(event(key, 1));
        send(event(key, 3));
        send(event(key, 4));
        awaitApplied(key, 1);
        await().until(() -> rows("select count(*) from parked where message_key = '" + key + "'") == 2);

        send(event(key, 2));

        awaitApplied(key, 1, 2, 3, 4);
        assertThat(rows("select count(*) from parked where message_key = '" + key + "'"))
                .isZero();
    }

    @Test
    void putsPoisonAsideAndGoesOn() {
        UUID key = UUID.randomUUID();
        byte[] good = encode(event(key, 1));
        byte[] cut = java.util.Arrays.copyOf(good, good.length - 3);
        byte[] magic = good.clone();
        magic[0] = 7;
        byte[] unknown = good.clone();
        unknown[1] = 0x7f;
        String name = "poison-" + key;

        for (byte[] bytes : List.of(magic, cut, unknown)) {
            producer.send(new ProducerRecord<>(IN, 0, name.getBytes(UTF_8), bytes));
        }
        producer.send(new ProducerRecord<>(IN, 0, key.toString().getBytes(UTF_8), good));

        awaitApplied(key, 1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deadLetters(name))
                        .hasSize(3)
                        .anySatisfy(letter -> assertThat(reason(letter)).contains("Magic byte"))
                        .anySatisfy(letter -> assertThat(reason(letter)).contains("Not a whole record"))
                        .anySatisfy(letter -> assertThat(reason(letter)).contains("knows no schema"))
                        .extracting(ConsumerRecord::partition)
                        .containsOnly(0));
    }

    @Test
    void appliesTheRestOfABatchOfWhichOneRecordAlwaysFails() {
        UUID failing = UUID.randomUUID();
        List<UUID> others =
                IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
        SubmissionEvent bad = event(failing, 1);
        FAILING.add(bad.getEventId());

        others.subList(0, 2).forEach(key -> send(event(key, 1)));
        send(bad);
        others.subList(2, 5).forEach(key -> send(event(key, 1)));

        others.forEach(key -> awaitApplied(key, 1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deadLetters(failing.toString()))
                        .singleElement()
                        .satisfies(letter -> assertThat(reason(letter)).contains("Failed alone 3 times")));
    }

    @Test
    void keepsADeadLetterOfTheLargestRecord() {
        String name = "large-" + UUID.randomUUID();
        producer.send(new ProducerRecord<>(IN, 1, name.getBytes(UTF_8), new byte[1_048_000]));

        // A zero byte and a zero id: wire format of a schema that does not exist.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(deadLetters(name))
                        .singleElement()
                        .satisfies(letter -> assertThat(letter.value()).hasSize(1_048_000)));
    }

    @Test
    void losesNothingWhileTheBrokerIsAwayAndSaysSo() {
        UUID key = UUID.randomUUID();
        HealthIndicator health = first.getBean("outboxHealthIndicator", HealthIndicator.class);
        HealthIndicator broker = first.getBean("brokerHealthIndicator", HealthIndicator.class);
        store(first, key);
        platform.kafka().kill();
        store(first, key);
        store(first, key);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Status.DOWN.equals(broker.health().getStatus()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Status.DOWN.equals(health.health().getStatus()));
        platform.kafka().start();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> Status.UP.equals(health.health().getStatus()) && rows("select count(*) from outbox") == 0);
        assertThat(records(OUT).stream()
                        .map(record -> decode(record.value()))
                        .filter(event -> event.getSubmissionId().equals(key))
                        .map(SubmissionEvent::getVersion)
                        .distinct())
                .containsExactly(1L, 2L, 3L);
    }

    private static void store(ConfigurableApplicationContext context, UUID key) {
        var jdbc = context.getBean(JdbcClient.class);
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            jdbc.sql("insert into thing (message_key, version) values (?, 0) on conflict do nothing")
                    .param(key.toString())
                    .update();
            long version = jdbc.sql("update thing set version = version + 1 where message_key = ? returning version")
                    .param(key.toString())
                    .query(Long.class)
                    .single();
            context.getBean(Outbox.class).append(outgoing(OUT, event(key, version)));
        });
    }

    private static OutgoingEvent outgoing(String topic, SubmissionEvent event) {
        return new OutgoingEvent(
                topic,
                event.getSubmissionId().toString(),
                event.getVersion(),
                event.getEventId(),
                "Thing",
                event.getOccurredAt(),
                event);
    }

    private static SubmissionEvent event(UUID key, long version) {
        return SubmissionEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes((key + "/" + version).getBytes(UTF_8)))
                .setOccurredAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setSubmissionId(key)
                .setVersion(version)
                .build();
    }

    private static void send(SubmissionEvent event) {
        producer.send(
                new ProducerRecord<>(IN, event.getSubmissionId().toString().getBytes(UTF_8), encode(event)));
    }

    private static byte[] encode(SubmissionEvent event) {
        return first.getBean(WireFormat.class).encode(IN, event);
    }

    private static SubmissionEvent decode(byte[] bytes) {
        return first.getBean(WireFormat.class).decode(bytes, SubmissionEvent.class);
    }

    private static void awaitApplied(UUID key, long... versions) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(first.getBean(JdbcClient.class)
                                .sql("select version from applied where message_key = ? order by id")
                                .param(key.toString())
                                .query(Long.class)
                                .list())
                        .containsExactlyElementsOf(
                                LongStream.of(versions).boxed().toList()));
    }

    private static long rows(String query) {
        return first.getBean(JdbcClient.class).sql(query).query(Long.class).single();
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(String key) {
        return records(DEAD).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .toList();
    }

    private static String reason(ConsumerRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader("dl_reason").value(), UTF_8);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String topic) {
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
}
