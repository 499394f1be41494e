package org.citycertification.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Kafka and the registry are, as options of a command. */
public final class Connection {
    /** How long Kafka may take to answer. */
    public static final int PATIENCE_SECONDS = 5;

    private static final String PATIENCE_MILLIS = "5000";

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:SPRING_KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}",
            description = "Kafka brokers; default: ${DEFAULT-VALUE}.")
    private String bootstrapServers = "";

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "${env:SCHEMA_REGISTRY_URL:-http://localhost:8081/apis/ccompat/v7}",
            description = "Schema registry; default: ${DEFAULT-VALUE}.")
    private String registry = "";

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties for the Kafka clients, such as TLS and SASL.")
    private @Nullable Path config;

    /** For messages. */
    public String brokers() {
        return bootstrapServers;
    }

    /** What a failure of one of the clients means to the command's user. */
    public CommandFailure explain(Throwable failure) {
        return new KafkaTrouble(bootstrapServers, config).explain(failure);
    }

    /** Reads and writes the contracts. */
    public WireFormat wire() {
        return new WireFormat(Registries.client(registry), false);
    }

    /** A client for questions about topics. */
    public Admin admin() {
        Map<String, Object> settings = common();
        settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
        settings.put("request.timeout.ms", PATIENCE_MILLIS);
        return Admin.create(settings);
    }

    /** A reader of committed records, without a group. */
    public Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = common();
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
        settings.put("request.timeout.ms", PATIENCE_MILLIS);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A writer with one request in flight, so that nothing is lost or reordered. */
    public Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = common();
        settings.put("acks", "all");
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("max.block.ms", PATIENCE_MILLIS);
        settings.put("request.timeout.ms", PATIENCE_MILLIS);
        settings.put("delivery.timeout.ms", "10000");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> common() {
        Map<String, Object> settings = new HashMap<>();
        if (config != null) {
            read(config).forEach((name, value) -> settings.put(name.toString(), value));
        }
        settings.put("bootstrap.servers", bootstrapServers);
        return settings;
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new CommandFailure(Exit.USAGE, "The file " + file + " cannot be read: " + e);
        }
        return properties;
    }
}
