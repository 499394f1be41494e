package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.citycertification.local.RunningSystem;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;

/**
 * Writes events as their owners would, in schemas that nobody has deployed yet: every reader refuses them, and none does once
 * they are deployed, so that they do no harm to whoever reads the topics later.
 */
final class LateSchemas implements AutoCloseable {
    private final String name = UUID.randomUUID().toString();
    private final SchemaRegistryClient registry;
    private final WireFormat wire;
    private final KafkaProducer<String, byte[]> producer;
    private final int lastId;
    private final Map<Schema, Integer> late = new LinkedHashMap<>();

    LateSchemas(RunningSystem system) throws IOException, RestClientException {
        registry = Registries.client(system.registryUrl());
        wire = new WireFormat(registry, false);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        lastId = registry.register(name + "-value", new AvroSchema("""
                {"type": "record", "name": "Probe", "doc": "%s", "fields": []}""".formatted(name)));
    }

    /** In the schema that is deployed. */
    void send(String topic, UUID key, SpecificRecord event) {
        send(topic, key, wire.encode(topic, event));
    }

    /** In the id that the registry will give to the next schema but those that are late already. */
    void sendEarly(String topic, UUID key, SpecificRecord event) {
        int id = late.computeIfAbsent(event.getSchema(), schema -> lastId + 1 + late.size());
        byte[] bytes = wire.encode(topic, event);
        ByteBuffer.wrap(bytes).putInt(1, id);
        send(topic, key, bytes);
    }

    private void send(String topic, UUID key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, key.toString(), value));
        producer.flush();
    }

    /** At the end in any case: whoever reads the topics later must be able to. */
    @Override
    public void close() throws IOException, RestClientException {
        producer.close();
        deploy();
    }

    void deploy() throws IOException, RestClientException {
        for (Map.Entry<Schema, Integer> one : late.entrySet()) {
            String subject = name + "-" + one.getKey().getName() + "-value";
            assertThat(registry.register(subject, new AvroSchema(renamed(one.getKey()))))
                    .isEqualTo(one.getValue());
        }
        late.clear();
    }

    /** Another text in the same form: the registry knows equal ones as one. */
    private Schema renamed(Schema schema) {
        String doc = "\"doc\":\"" + schema.getDoc() + "\"";
        assertThat(schema.toString()).contains(doc);
        return new Schema.Parser().parse(schema.toString().replace(doc, "\"doc\":\"" + name + "\""));
    }
}
