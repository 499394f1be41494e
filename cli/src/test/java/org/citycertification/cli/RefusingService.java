package org.citycertification.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citycertification.messaging.gate.EventIdentity;
import org.citycertification.messaging.gate.Subscription;
import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
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

/** A service that refuses the records that a test names. */
final class RefusingService {
    static final String IN = "certify.thing.internal.v1";
    static final String DEAD = IN + ".refusing.dlt";
    private static final Set<UUID> FAILING = ConcurrentHashMap.newKeySet();
    private static RefusingService shared;

    final TestPlatform platform = TestPlatform.shared(Part.KAFKA, Part.REGISTRY, Part.POSTGRES);
    private final String database = platform.createDatabase("refusing");
    private final WireFormat wire = new WireFormat(Registries.client(platform.registryUrl()), true);
    private final KafkaProducer<byte[], byte[]> producer;
    private ConfigurableApplicationContext instance;

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

    /** The service, started by whoever asks first; it ends with this JVM. */
    static synchronized RefusingService running() {
        if (shared == null) {
            shared = new RefusingService();
        }
        return shared;
    }

    private RefusingService() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(IN, 2, (short) 1), new NewTopic(DEAD, 2, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        wire.resolve(DEAD, DeadLetterEvent.getClassSchema());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        instance = start();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database,
                        "spring.datasource.username=refusing_app",
                        "spring.datasource.password=refusing_app",
                        "spring.flyway.user=refusing_owner",
                        "spring.flyway.password=refusing_owner",
                        "spring.flyway.locations=classpath:db/messaging,classpath:db/certify",
                        "spring.kafka.bootstrap-servers=" + platform.bootstrapServers(),
                        "schema.registry.url=" + platform.registryUrl(),
                        "auto.register.schemas=true",
                        "messaging.service=refusing")
                .run();
    }

    void stop() {
        instance.close();
    }

    /** Nothing happens if it runs. */
    void startAgain() {
        if (!instance.isActive()) {
            instance = start();
        }
    }

    private static SubmissionEvent event(UUID key, long version) {
        return SubmissionEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes((key + "/" + version).getBytes(UTF_8)))
                .setOccurredAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setSubmissionId(key)
                .setVersion(version)
                .build();
    }

    void refuses(UUID key, long version) {
        FAILING.add(event(key, version).getEventId());
    }

    void isRepairedFor(UUID key, long version) {
        FAILING.remove(event(key, version).getEventId());
    }

    void send(UUID key, long version) {
        send(key, wire.encode(IN, event(key, version)));
    }

    void send(UUID key, byte[] value) {
        producer.send(new ProducerRecord<>(IN, key.toString().getBytes(UTF_8), value));
        producer.flush();
    }

    List<Long> applied(UUID key) {
        return instance.getBean(JdbcClient.class)
                .sql("select version from applied where message_key = ? order by id")
                .param(key.toString())
                .query(Long.class)
                .list();
    }
}
