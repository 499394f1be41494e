package org.citycertification.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citycertification.platform.Part;
import org.citycertification.platform.Ports;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.deploy.Deployment;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;
import org.springframework.context.ConfigurableApplicationContext;

/** The real broker and registry with all contracts deployed, and services on them. */
public final class ScoringPlatform {

    private static final TestPlatform PLATFORM = deployed();

    private ScoringPlatform() {}

    private static TestPlatform deployed() {
        var platform = TestPlatform.shared(Part.KAFKA, Part.REGISTRY);
        Deployment.run(platform.bootstrapServers(), platform.registryUrl(), (short) 1);
        return platform;
    }

    public static TestPlatform platform() {
        return PLATFORM;
    }

    /** A running service; it listens on ports of its own. */
    public static Instance start(String... settings) {
        var ports = Ports.reserve(2);
        var arguments = new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + PLATFORM.bootstrapServers(),
                "--schema.registry.url=" + PLATFORM.registryUrl(),
                "--server.port=" + ports.get(0),
                "--management.server.port=" + ports.get(1)));
        arguments.addAll(List.of(settings));
        var context = ScoringApplication.application().run(arguments.toArray(String[]::new));
        return new Instance(context, "http://localhost:" + ports.get(0), "http://localhost:" + ports.get(1));
    }

    public record Instance(ConfigurableApplicationContext context, String url, String managementUrl)
            implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }

    public static WireFormat wire() {
        return new WireFormat(Registries.client(PLATFORM.registryUrl()), false);
    }

    /** Writes all records in one transaction, so that they come as few batches. */
    public static void send(List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                PLATFORM.bootstrapServers(),
                "transactional.id",
                "test-" + records.hashCode(),
                "max.request.size",
                3_000_000);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            records.forEach(producer::send);
            producer.commitTransaction();
        }
    }

    /** Everything committed on a topic now, partition by partition in order of offset. */
    public static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", PLATFORM.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Takes every record off a topic, so that no later service has to go through them. */
    public static void empty(String topic) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", PLATFORM.bootstrapServers()))) {
            var partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions();
            admin.deleteRecords(partitions.stream()
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(topic, partition.partition()),
                                    partition -> RecordsToDelete.beforeOffset(-1))))
                    .all()
                    .get();
        }
    }

    public static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), UTF_8);
    }

    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
