package org.citycertification.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.deploy.Deployment;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.UndecodableRecord;
import org.citycertification.schemas.wire.WireFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Contracts at the real registry: deployed, and then grown by one kind, one optional field and one symbol. */
@Tag("adapters")
class EvolutionTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static SchemaRegistryClient registry;
    private static WireFormat wire;

    @BeforeAll
    static void deploy() {
        TestPlatform platform = TestPlatform.shared(Part.KAFKA, Part.REGISTRY);
        Deployment.run(platform.bootstrapServers(), platform.registryUrl(), (short) 1);
        Deployment.run(platform.bootstrapServers(), platform.registryUrl(), (short) 1);
        registry = Registries.client(platform.registryUrl());
        wire = new WireFormat(registry, false);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void readsOldAndNewBytesOnBothSidesOfAnUpgrade(Topic topic) throws Exception {
        Schema grown = grown(topic.schema());
        int id = registry.register(topic.subject(), new AvroSchema(grown));

        SpecificRecord oldReadsNew = wire.decode(bytes(id, SampleRecords.full(grown)), typeOf(topic));
        int oldId = wire.resolve(topic.topicName(), topic.schema());
        byte[] old = bytes(oldId, SampleRecords.full(topic.schema()));

        assertThat(oldReadsNew.get(0)).hasToString("11111111-1111-4111-8111-111111111111");
        assertThat(wire.decodeGeneric(old).getSchema()).isEqualTo(topic.schema());
        assertThat(new org.apache.avro.generic.GenericDatumReader<GenericRecord>(topic.schema(), grown)
                        .read(null, org.apache.avro.io.DecoderFactory.get().binaryDecoder(old, 5, old.length - 5, null))
                        .get("somethingNew"))
                .isNull();
    }

    @Test
    void readsALevelFromTheFutureAsUnknown() throws Exception {
        Schema grown = grown(Topic.CERTIFICATION.schema());
        int id = registry.register(Topic.CERTIFICATION.subject(), new AvroSchema(grown));

        CertificationEvent event = wire.decode(bytes(id, SampleRecords.full(grown)), CertificationEvent.class);

        assertThat(event.getLevel()).isEqualTo(CertificationLevel.UNKNOWN);
        assertThat(event.getCityName()).isEqualTo("São Paulo");
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void isRefusedWhenAFieldIsTakenAway(Topic topic) {
        var broken = (ObjectNode) JSON.readTree(topic.schema().toString());
        ((ArrayNode) broken.path("fields")).remove(0);

        assertThatExceptionOfType(RestClientException.class)
                .isThrownBy(() -> registry.register(
                        topic.subject(), new AvroSchema(new Schema.Parser().parse(broken.toString()))))
                .satisfies(refused -> assertThat(refused.getStatus()).isEqualTo(409));
    }

    @Test
    void tellsWhyBytesCannotBeRead() throws IOException {
        int id = wire.resolve(Topics.CASE, Topic.CASE.schema());
        byte[] good = bytes(id, SampleRecords.full(Topic.CASE.schema()));
        byte[] longer = java.util.Arrays.copyOf(good, good.length + 1);

        assertThatExceptionOfType(UndecodableRecord.class)
                .isThrownBy(() -> wire.decode(new byte[] {0, 1}, CertificationEvent.class))
                .withMessageContaining("Shorter");
        assertThatExceptionOfType(UndecodableRecord.class)
                .isThrownBy(() -> wire.decode(longer, org.citycertification.schemas.review.v1.CaseEvent.class))
                .withMessageContaining("left over");
    }

    private static Class<? extends SpecificRecord> typeOf(Topic topic) {
        Class<?> type = SpecificData.get().getClass(topic.schema());
        return type.asSubclass(SpecificRecord.class);
    }

    private static byte[] bytes(int id, GenericRecord record) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(4).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    /** One more kind with a record of its own, an optional field in each inner record, one more symbol in each enum. */
    private static Schema grown(Schema schema) {
        var root = (ObjectNode) JSON.readTree(schema.toString());
        grow(root);
        ((ArrayNode) root.path("fields")).add(JSON.readTree("""
                        {"name": "somethingNew", "doc": "From the future.", "default": null, "type": ["null",
                          {"type": "record", "name": "SomethingNew", "doc": "New.", "fields":
                            [{"name": "note", "doc": "New.", "type": "string"}]}]}"""));
        return new Schema.Parser().parse(root.toString());
    }

    private static void grow(JsonNode node) {
        node.forEach(EvolutionTests::grow);
        if (!(node instanceof ObjectNode type)) {
            return;
        }
        if ("enum".equals(type.path("type").asString(""))) {
            ((ArrayNode) type.path("symbols")).add("FROM_THE_FUTURE");
        } else if ("record".equals(type.path("type").asString(""))) {
            ((ArrayNode) type.path("fields")).add(JSON.readTree("""
                            {"name": "optionalNew", "doc": "New.", "type": ["null", "string"], "default": null}"""));
        }
    }
}
