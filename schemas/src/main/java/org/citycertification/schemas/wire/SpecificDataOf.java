package org.citycertification.schemas.wire;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The data model of a generated class, with its conversions for time and UUID. */
final class SpecificDataOf {
    private SpecificDataOf() {}

    static SpecificData type(Class<? extends SpecificRecord> type) {
        return SpecificData.getForClass(type);
    }
}
