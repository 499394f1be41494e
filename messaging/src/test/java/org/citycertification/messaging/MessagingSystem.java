package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citycertification.messaging.headers.Traces;
import org.citycertification.messaging.outbox.JdbcOutbox;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Topics, a database and a service's name of one test class's own, on the platform that all share. */
final class MessagingSystem implements AutoCloseable {
    static final int PARTITIONS = 3;
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestPlatform platform;
    private final String name;
    private final String reads;
    private final String writes;
    private final DriverManagerDataSource database;
    private final WireFormat wire;
    private final KafkaProducer<byte[], byte[]> producer;

    /** A service that reads {@code <name>.thing.internal.v1} and writes {@code <name>.other.internal.v1}. */
    MessagingSystem(String name) {
        this(name, name + ".thing.internal.v1");
    }

    private MessagingSystem(String name, String reads) {
        this.platform = TestPlatform.shared(Part.KAFKA, Part.REGISTRY, Part.POSTGRES);
        this.name = name;
        this.reads = reads;
        this.writes = name + ".other.internal.v1";
        String url = platform.createDatabase(name);
        this.database = new DriverManagerDataSource(url, name + "_app", name + "_app");
        Flyway.configure()
                .dataSource(url, name + "_owner", name + "_owner")
                .locations("classpath:db/messaging", "classpath:db/test")
                .load()
                .migrate();
        this.wire = new WireFormat(Registries.client(platform.registryUrl()), true);
        TestTopics.create(platform.bootstrapServers(), List.of(reads, writes), List.of(reads + "." + name + ".dlt"));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "max.request.size", "3000000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Another service, with a database of its own, that reads what this one writes. */
    MessagingSystem downstream() {
        return new MessagingSystem(name + "_reader", writes);
    }

    TestPlatform platform() {
        return platform;
    }

    /** The service's name, its database's name, and the beginning of its roles' names. */
    String name() {
        return name;
    }

    String reads() {
        return reads;
    }

    String writes() {
        return writes;
    }

    /** One more instance of the service. */
    RunningService start(String... settings) {
        return new RunningService(application().properties(settings).run(), writes);
    }

    /** An instance on a database that was restored. */
    RunningService startAfterRestore(String... settings) {
        return new RunningService(application().properties(settings).run("--after-restore"), writes);
    }

    private SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ThingService.class)
                .web(WebApplicationType.NONE)
                .properties(settings());
    }

    /** What every instance needs to know. */
    String[] settings() {
        return new String[] {
            "spring.datasource.url=" + platform.jdbcUrl(name),
            "spring.datasource.username=" + name + "_app",
            "spring.datasource.password=" + name + "_app",
            "spring.datasource.hikari.connection-timeout=2000",
            "spring.flyway.enabled=false",
            "spring.kafka.bootstrap-servers=" + platform.bootstrapServers(),
            "schema.registry.url=" + platform.registryUrl(),
            "auto.register.schemas=true",
            "messaging.service=" + name,
            "messaging.readers.unknown-schema-patience=2s",
            "things.read=" + reads,
            "things.written=" + writes
        };
    }

    /** Changes a key without any instance of the service: nobody is told that there is something to publish. */
    void change(UUID key) {
        store(outbox -> Things.change(jdbc(), outbox, writes, key));
    }

    /** Stores events without any instance of the service, in one transaction. */
    void store(Consumer<Outbox> events) {
        var outbox = new JdbcOutbox(jdbc(), wire, new Traces(null, null), "/" + name, () -> {});
        new TransactionTemplate(new DataSourceTransactionManager(database))
                .executeWithoutResult(status -> events.accept(outbox));
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    long count(String query, Object... parameters) {
        return jdbc().sql(query).params(List.of(parameters)).query(Long.class).single();
    }

    byte[] encode(SubmissionEvent event) {
        return wire.encode(reads, event);
    }

    /** Puts an event on the topic that the service reads. */
    void send(UUID key, long version) {
        send(null, key.toString(), encode(Things.event(key, version)));
    }

    void send(@Nullable Integer partition, String key, byte[] value) {
        producer.send(new ProducerRecord<>(reads, partition, key.getBytes(UTF_8), value));
        producer.flush();
    }

    /** Returns when exactly these versions were applied, in this order. */
    void awaitApplied(UUID key, long... versions) {
        awaitApplied(PATIENCE, key, versions);
    }

    void awaitApplied(Duration patience, UUID key, long... versions) {
        await().atMost(patience)
                .ignoreExceptionsInstanceOf(org.springframework.dao.DataAccessException.class)
                .untilAsserted(() -> assertThat(applied(key))
                        .containsExactlyElementsOf(
                                LongStream.of(versions).boxed().toList()));
    }

    /** What was applied of a key, in the order in which it was. */
    List<Long> applied(UUID key) {
        return jdbc().sql("select version from applied where message_key = ? order by id")
                .param(key.toString())
                .query(Long.class)
                .list();
    }

    /** What readers of committed records see of a key, in their order, repetitions and all. */
    List<Long> published(UUID key) {
        return recordsWritten(key).stream()
                .map(record -> wire.decode(record.value(), SubmissionEvent.class))
                .map(SubmissionEvent::getVersion)
                .toList();
    }

    List<ConsumerRecord<byte[], byte[]>> recordsWritten(UUID key) {
        return TestTopics.records(platform.bootstrapServers(), writes, "read_committed").stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key.toString()))
                .toList();
    }

    /** Returns when everything that was stored is published, and readers can see it. */
    void awaitEmptyOutbox() {
        await().atMost(PATIENCE).until(() -> count("select count(*) from outbox") == 0);
        awaitVisible();
    }

    /** A producer learns that its transaction is committed a moment before readers do. */
    void awaitVisible() {
        await().atMost(PATIENCE).until(() -> !TestTopics.isEnding(platform.bootstrapServers(), name + ".outbox"));
    }

    /** Returns when each partition that is read has a reader of its own. */
    void awaitReaderOfEachPartition() {
        await().atMost(PATIENCE)
                .until(() -> TestTopics.shares(platform.bootstrapServers(), reads, name).stream()
                        .filter(share -> share > 0)
                        .toList()
                        .equals(Collections.nCopies(PARTITIONS, 1L)));
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters(String key) {
        return TestTopics.records(platform.bootstrapServers(), reads + "." + name + ".dlt", "read_committed").stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
    }
}
