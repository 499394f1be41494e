package org.citycertification.schemas.deploy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.wire.Registries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deploy step: creates every topic, waits until each partition has a leader, sets the compatibility of each subject
 * to FULL_TRANSITIVE and registers its schema. Running it again changes nothing.
 */
public final class Deployment {
    /** Every schema can read what any other version of it wrote. */
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private static final Logger log = LoggerFactory.getLogger(Deployment.class);

    private Deployment() {}

    /**
     * Reads {@code SPRING_KAFKA_BOOTSTRAP_SERVERS}, {@code SCHEMA_REGISTRY_URL} and {@code KAFKA_REPLICATION_FACTOR}. On a
     * broker that asks who comes, {@code KAFKA_CLIENT_CONFIG} names a file with the administrator's client settings, and
     * {@code KAFKA_PASSWORDS} a directory with one password file for each principal, whose rights are then set too;
     * {@code KAFKA_RIGHTS=true} sets the rights alone, where users are made in another way.
     */
    public static void main(String[] args) {
        Map<String, String> env = System.getenv();
        Map<String, Object> client = clientSettings(env.get("KAFKA_CLIENT_CONFIG"));
        client.put("bootstrap.servers", env.getOrDefault("SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:9092"));
        short replicas = Short.parseShort(env.getOrDefault("KAFKA_REPLICATION_FACTOR", "1"));
        try (Admin admin = Admin.create(client)) {
            new TopicCreation(admin, replicas).createAll();
            String passwords = env.get("KAFKA_PASSWORDS");
            if (passwords != null) {
                new Users(admin, Path.of(passwords)).apply();
            }
            if (passwords != null || "true".equals(env.get("KAFKA_RIGHTS"))) {
                new Rights(admin).apply();
            }
        }
        register(env.getOrDefault("SCHEMA_REGISTRY_URL", "http://localhost:8081/apis/ccompat/v7"));
    }

    private static Map<String, Object> clientSettings(@Nullable String file) {
        Map<String, Object> settings = new HashMap<>();
        if (file != null) {
            var properties = new Properties();
            try (var in = Files.newInputStream(Path.of(file))) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("KAFKA_CLIENT_CONFIG names " + file + ", which cannot be read", e);
            }
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        }
        return settings;
    }

    /**
     * Deploys all contracts on a broker that trusts everybody.
     *
     * @param replicas copies of each partition; 1 on one broker, 3 in production
     * @throws IllegalStateException if a schema is refused, naming the subject and the registry's reason
     */
    public static void run(String bootstrapServers, String registryUrl, short replicas) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            new TopicCreation(admin, replicas).createAll();
        }
        register(registryUrl);
    }

    private static void register(String registryUrl) {
        SchemaRegistryClient registry = Registries.client(registryUrl);
        for (Topic topic : Topic.values()) {
            register(registry, topic.subject(), topic.schema());
        }
        Topics.READERS.forEach((topic, readers) -> readers.forEach(reader -> register(
                registry, Topics.deadLetters(topic.topicName(), reader) + "-value", DeadLetterEvent.getClassSchema())));
    }

    private static void register(SchemaRegistryClient registry, String subject, Schema schema) {
        try {
            registry.updateCompatibility(subject, COMPATIBILITY);
            int id = registry.register(subject, new AvroSchema(schema));
            registry.updateCompatibility(subject, COMPATIBILITY);
            log.info("{} is schema {}", subject, id);
        } catch (IOException | RestClientException e) {
            throw new IllegalStateException("The registry refused the schema of " + subject + ": " + e.getMessage(), e);
        }
    }
}
