package org.citycertification.schemas.deploy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.wire.Registries;
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

    /** Reads {@code SPRING_KAFKA_BOOTSTRAP_SERVERS}, {@code SCHEMA_REGISTRY_URL} and {@code KAFKA_REPLICATION_FACTOR}. */
    public static void main(String[] args) {
        Map<String, String> env = System.getenv();
        run(
                env.getOrDefault("SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:9092"),
                env.getOrDefault("SCHEMA_REGISTRY_URL", "http://localhost:8081/apis/ccompat/v7"),
                Short.parseShort(env.getOrDefault("KAFKA_REPLICATION_FACTOR", "1")));
    }

    /**
     * Deploys all contracts.
     *
     * @param replicas copies of each partition; 1 on one broker, 3 in production
     * @throws IllegalStateException if a schema is refused, naming the subject and the registry's reason
     */
    public static void run(String bootstrapServers, String registryUrl, short replicas) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            new TopicCreation(admin, replicas).createAll();
        }
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
