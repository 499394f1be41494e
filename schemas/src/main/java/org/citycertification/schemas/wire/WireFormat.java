package org.citycertification.schemas.wire;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads and writes Confluent's wire format: byte 0, the schema id as a big-endian int, the record in Avro binary. The
 * subject of a topic's values is {@code <topic>-value}. Safe for use by many threads; ids and schemas are kept once
 * learned, so a warm instance never calls the registry.
 */
public final class WireFormat {
    static final byte MAGIC = 0;
    static final int HEADER = 5;
    private static final int NOT_FOUND = 404;

    static {
        DecodingLimits.set();
        TrustedClasses.trustContracts();
    }

    private final SchemaRegistryClient registry;
    private final boolean autoRegister;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> writers = new ConcurrentHashMap<>();

    /**
     * @param registry where ids come from
     * @param autoRegister whether an unknown schema is registered by its writer; false wherever a deploy step does it
     */
    public WireFormat(SchemaRegistryClient registry, boolean autoRegister) {
        this.registry = registry;
        this.autoRegister = autoRegister;
    }

    /**
     * Learns the id of the schema for a topic, so that later writes need no registry.
     *
     * @throws RegistryUnavailable if there is no usable answer, also when the schema is not registered
     */
    public int resolve(String topic, Schema schema) {
        Integer known = ids.get(topic);
        return known != null ? known : learn(topic, schema);
    }

    /** Two who ask at the same time both ask, one after the other as far as the client lets them. */
    private int learn(String topic, Schema schema) {
        int id = lookUp(topic, schema);
        ids.put(topic, id);
        return id;
    }

    private int lookUp(String topic, Schema schema) {
        String subject = topic + "-value";
        try {
            var avro = new AvroSchema(schema);
            return autoRegister ? registry.register(subject, avro) : registry.getId(subject, avro);
        } catch (IOException | RestClientException e) {
            throw new RegistryUnavailable(
                    "No id for " + schema.getFullName() + " as " + subject
                            + "; is the registry up and were the schemas deployed? " + e.getMessage(),
                    e);
        }
    }

    /** Bytes of the record for the topic. */
    public byte[] encode(String topic, SpecificRecord value) {
        int id = resolve(topic, value.getSchema());
        var out = new ByteArrayOutputStream(512);
        out.write(MAGIC);
        out.writeBytes(ByteBuffer.allocate(4).putInt(id).array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new SpecificDatumWriter<SpecificRecord>(value.getSchema()).write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /**
     * The record in these bytes, read as the type that this build knows.
     *
     * @throws UndecodableRecord if the bytes can never be read
     * @throws UnknownSchemaId if the registry does not know the schema id
     * @throws RegistryUnavailable if the registry does not answer
     */
    public <T extends SpecificRecord> T decode(byte[] bytes, Class<T> type) {
        Schema writer = writerOf(bytes);
        Schema reader = schemaOf(type);
        var datum = new SpecificDatumReader<T>(writer, reader, SpecificDataOf.type(type));
        return read(bytes, datum);
    }

    /** The record in these bytes, whatever its type, in the schema it was written with. */
    public IndexedRecord decodeGeneric(byte[] bytes) {
        Schema writer = writerOf(bytes);
        return read(bytes, new org.apache.avro.generic.GenericDatumReader<>(writer, writer, GenericData.get()));
    }

    private static <T> T read(byte[] bytes, DatumReader<T> reader) {
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
            @SuppressWarnings("NullAway") // Avro takes null as "no record to reuse"
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UndecodableRecord("Bytes are left over after the record");
            }
            return value;
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | ClassCastException
                | UnsupportedOperationException e) {
            throw new UndecodableRecord("Not a whole record of its schema: " + e, e);
        }
    }

    private Schema writerOf(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new UndecodableRecord(
                    bytes.length < HEADER ? "Shorter than the 5 bytes of the wire format" : "Magic byte is not 0");
        }
        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
        Schema known = writers.get(id);
        return known != null ? known : learn(id);
    }

    private Schema learn(int id) {
        try {
            var schema = (Schema) registry.getSchemaById(id).rawSchema();
            writers.put(id, schema);
            return schema;
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                throw new UnknownSchemaId(id, e);
            }
            throw new RegistryUnavailable("The registry answered " + e.getStatus() + " for schema " + id, e);
        } catch (IOException e) {
            throw new RegistryUnavailable("The registry gave no answer for schema " + id, e);
        }
    }

    private static Schema schemaOf(Class<? extends SpecificRecord> type) {
        return SpecificDataOf.type(type).getSchema(type);
    }
}
