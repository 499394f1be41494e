package org.citycertification.schemas.wire;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * For Kafka producers. Keys: {@code schema.registry.url} (needed), {@code auto.register.schemas} (default false),
 * {@code value.subject.name.strategy} (only TopicNameStrategy is understood).
 */
public final class AvroSerializer implements Serializer<SpecificRecord> {
    private @Nullable WireFormat wire;

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        wire = WireSettings.from(configs, isKey).wireFormat();
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord data) {
        if (wire == null) {
            throw new IllegalStateException("AvroSerializer was not configured; set schema.registry.url");
        }
        return data == null ? null : wire.encode(topic, data);
    }
}
