package org.citycertification.schemas;

import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Fills every field of a schema, nullable ones included, with something that fits. */
final class SampleRecords {
    private static final String ID = "11111111-1111-4111-8111-111111111111";

    private SampleRecords() {}

    static GenericData.Record full(Schema schema) {
        return (GenericData.Record) value(schema);
    }

    private static Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case UNION -> value(schema.getTypes().get(1));
            case ARRAY -> new GenericData.Array<>(schema, List.of(value(schema.getElementType())));
            case ENUM ->
                new GenericData.EnumSymbol(
                        schema,
                        schema.getEnumSymbols().get(schema.getEnumSymbols().size() - 1));
            case STRING -> text(schema.getLogicalType());
            case INT -> 7;
            case LONG -> 7L;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException("No sample for " + schema.getType());
        };
    }

    private static String text(LogicalType logical) {
        return logical == null ? "São Paulo" : ID;
    }

    private static GenericData.Record record(Schema schema) {
        var record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field.schema()));
        }
        return record;
    }
}
