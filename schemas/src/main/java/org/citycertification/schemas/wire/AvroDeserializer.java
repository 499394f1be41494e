package org.citycertification.schemas.wire;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * For Kafka consumers. Keys: {@code schema.registry.url} (needed), {@code specific.avro.reader} (default false: generic
 * records in the writer's schema; true: the generated class of the same name).
 */
public final class AvroDeserializer implements Deserializer<IndexedRecord> {
    private @Nullable WireFormat wire;
    private boolean specific;

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        WireSettings settings = WireSettings.from(configs, isKey);
        wire = settings.wireFormat();
        specific = settings.specificReader();
    }

    @Override
    public @Nullable IndexedRecord deserialize(String topic, byte @Nullable [] data) {
        if (wire == null) {
            throw new IllegalStateException("AvroDeserializer was not configured; set schema.registry.url");
        }
        if (data == null) {
            return null;
        }
        IndexedRecord generic = wire.decodeGeneric(data);
        return specific ? wire.decode(data, classOf(generic.getSchema())) : generic;
    }

    private static Class<? extends SpecificRecord> classOf(Schema schema) {
        Class<?> type = SpecificData.get().getClass(schema);
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new UndecodableRecord("No generated class for " + schema.getFullName() + " on the class path");
        }
        return type.asSubclass(SpecificRecord.class);
    }
}
