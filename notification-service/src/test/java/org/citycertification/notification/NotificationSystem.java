package org.citycertification.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.citycertification.platform.Mailbox;
import org.citycertification.platform.Part;
import org.citycertification.platform.Ports;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.deploy.Deployment;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The real platform with its topics, a database of the caller's own, and what it takes to run the service on them. */
public final class NotificationSystem implements AutoCloseable {
    private static final int MARKERS = 64;
    private static boolean deployed;

    private final TestPlatform platform;
    private final String database;
    private final KafkaProducer<String, byte @Nullable []> producer;
    private final WireFormat wire;
    private final int port;
    private final int managementPort;

    /** Every name gets a database, and is the service's name, so that two of them never share what they read. */
    public NotificationSystem(String name) {
        platform = TestPlatform.shared(Part.KAFKA, Part.REGISTRY, Part.POSTGRES, Part.MAILBOX);
        deployOnce(platform);
        database = name;
        platform.createDatabase(name);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new ByteArraySerializer());
        wire = new WireFormat(Registries.client(platform.registryUrl()), false);
        port = Ports.reserve();
        managementPort = Ports.reserve();
    }

    private static synchronized void deployOnce(TestPlatform platform) {
        if (!deployed) {
            Deployment.run(platform.bootstrapServers(), platform.registryUrl(), (short) 1);
            deployed = true;
        }
    }

    /** Command line of a service on this platform; {@code more} comes last and wins. */
    public String[] arguments(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--management.server.port=" + managementPort,
                "--messaging.service=" + database,
                "--spring.kafka.bootstrap-servers=" + platform.bootstrapServers(),
                "--schema.registry.url=" + platform.registryUrl(),
                "--spring.datasource.url=" + platform.jdbcUrl(database),
                "--spring.datasource.username=" + database + "_app",
                "--spring.datasource.password=" + database + "_app",
                "--spring.flyway.user=" + database + "_owner",
                "--spring.flyway.password=" + database + "_owner",
                "--spring.mail.port=" + platform.smtpPort(),
                "--notification.delivery.per-second=200",
                "--notification.delivery.first-pause=200ms",
                "--notification.delivery.longest-pause=500ms",
                "--notification.delivery.first-retry=300ms",
                "--notification.delivery.settle-every=200ms"));
        List<String> given = List.of(more);
        // Spring would join the values of an option that is given twice.
        all.removeIf(option -> given.stream().anyMatch(other -> name(other).equals(name(option))));
        all.addAll(given);
        return all.toArray(String[]::new);
    }

    private static String name(String option) {
        return option.split("=", 2)[0];
    }

    /**
     * Runs the service and returns when it has read what other tests have left on the topics: their letters would go out among
     * the caller's own, and with a mail server told to refuse they would hold those up for half a minute.
     */
    ConfigurableApplicationContext startPast(String... more) {
        var service = NotificationApplication.application().run(arguments(more));
        awaitPast();
        return service;
    }

    public void publish(ContactEvent event) {
        send(Topics.CONTACT, event.getContactId().toString(), event);
    }

    /** Returns when the running service knows the contact: contacts and decisions come on different topics, in no order. */
    public void makeKnown(ContactEvent event) {
        publish(event);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc().sql("select exists (select from contact where id = ? and version = ?)")
                        .params(event.getContactId(), event.getVersion())
                        .query(Boolean.class)
                        .single());
    }

    public void publish(CaseEvent event) {
        send(Topics.CASE, event.getCaseId().toString(), event);
    }

    public void publish(CertificationEvent event) {
        send(Topics.CERTIFICATION, event.getCityId(), event);
    }

    /** Erases on the compacted topic. */
    public void forget(UUID contact) {
        put(Topics.CONTACT, contact.toString(), null);
    }

    private void send(String topic, String key, SpecificRecord value) {
        put(topic, key, wire.encode(topic, value));
    }

    /** As part of a trace in the W3C form. */
    public void publish(CaseEvent event, String traceparent) {
        var record = new ProducerRecord<String, byte @Nullable []>(
                Topics.CASE, event.getCaseId().toString(), wire.encode(Topics.CASE, event));
        record.headers().add("traceparent", traceparent.getBytes(US_ASCII));
        put(record);
    }

    private void put(String topic, String key, byte @Nullable [] value) {
        put(new ProducerRecord<>(topic, key, value));
    }

    private void put(ProducerRecord<String, byte @Nullable []> record) {
        String topic = record.topic();
        try {
            producer.send(record).get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("Not published on " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Mailbox mailbox() {
        return platform.mailbox();
    }

    /** Mails to one address, in the order of their arrival. */
    public List<Mailbox.Mail> mailsTo(String address) {
        return mailbox().messages().stream()
                .filter(mail -> mail.envelopeTo().contains(address))
                .toList();
    }

    /** Reads and writes as the service does. */
    public JdbcClient jdbc() {
        return JdbcClient.create(
                new DriverManagerDataSource(platform.jdbcUrl(database), database + "_app", database + "_app"));
    }

    public String state(UUID recipient) {
        return jdbc().sql("select state from notice where recipient_id = ? order by seq desc limit 1")
                .param(recipient)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    /**
     * Returns when the running service has dealt with everything that other tests have left on the topics. The markers are
     * enough to reach every partition, and nobody is mailed about them.
     */
    public void awaitPast() {
        List<UUID> markers = Stream.generate(UUID::randomUUID).limit(MARKERS).toList();
        for (UUID marker : markers) {
            var decision = EventFixtures.decision(marker, "Marker", null, 1, marker);
            publish(EventFixtures.released(marker, 1, decision));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc().sql("""
                        select count(*) filter (where recipient_id in (:markers)) = :count
                          and count(*) filter (where state in ('QUEUED', 'SENDING', 'RETRY', 'UNCERTAIN')) = 0
                        from notice
                        """)
                        .param("markers", markers)
                        .param("count", MARKERS)
                        .query(Boolean.class)
                        .single());
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return managementPort;
    }

    @Override
    public void close() {
        producer.close();
    }
}
