package org.citycertification.schemas.deploy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import org.apache.avro.Schema;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.wire.Registries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the registry every subject's compatibility and schema. */
final class SchemaRegistration {
    private static final Logger log = LoggerFactory.getLogger(SchemaRegistration.class);

    /** A registry that has just started takes its time for the first schema. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String urls;
    private final SchemaRegistryClient registry;

    SchemaRegistration(String urls) {
        this.urls = urls;
        this.registry = Registries.client(urls, PATIENCE);
    }

    void registerAll() {
        for (Topic topic : Topic.values()) {
            register(topic.subject(), topic.schema());
        }
        Topics.READERS.forEach((topic, readers) -> readers.forEach(reader ->
                register(Topics.deadLetters(topic.topicName(), reader) + "-value", DeadLetterEvent.getClassSchema())));
    }

    private void register(String subject, Schema schema) {
        try {
            registry.updateCompatibility(subject, Deployment.COMPATIBILITY);
            int id = registry.register(subject, new AvroSchema(schema));
            registry.updateCompatibility(subject, Deployment.COMPATIBILITY);
            log.info("{} is schema {}", subject, id);
        } catch (RestClientException e) {
            throw new CannotDeploy("The registry refused the schema of " + subject + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CannotDeploy(
                    "The registry at %s did not answer (%s). Is SCHEMA_REGISTRY_URL right?".formatted(urls, e), e);
        }
    }
}
