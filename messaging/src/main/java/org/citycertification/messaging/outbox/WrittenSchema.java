package org.citycertification.messaging.outbox;

import java.util.Set;
import org.apache.avro.Schema;
import org.citycertification.messaging.gate.Sequence;

/**
 * A schema that this service writes; its id is learned at start, so that later writes need no registry. It also says how
 * the topic's records are compared with a database that was restored.
 *
 * @param sequence whether the topic is kept for ever or holds the newest record of each key only
 * @param versionField field of the envelope that counts what was published for a key
 * @param stateless kinds of change, by their field in the envelope, that tell of no state, so that missing one loses nothing
 */
public record WrittenSchema(
        String topic, Schema schema, Sequence sequence, String versionField, Set<String> stateless) {
    private static final String VERSION = "version";

    /** Refuses names that the schema does not have. */
    public WrittenSchema {
        stateless = Set.copyOf(stateless);
        require(schema, versionField);
        stateless.forEach(field -> require(schema, field));
    }

    /** A topic that is kept for ever, with a field {@code version}. */
    public WrittenSchema(String topic, Schema schema) {
        this(topic, schema, Sequence.GAPLESS, VERSION, Set.of());
    }

    /** A topic that is kept for ever, whose versions are in another field. */
    public static WrittenSchema versionedBy(String field, String topic, Schema schema) {
        return new WrittenSchema(topic, schema, Sequence.GAPLESS, field, Set.of());
    }

    /** A compacted topic, on which a record without a value erases its key. */
    public static WrittenSchema compacted(String topic, Schema schema, String... stateless) {
        return new WrittenSchema(topic, schema, Sequence.LATEST, VERSION, Set.of(stateless));
    }

    private static void require(Schema schema, String field) {
        if (schema.getField(field) == null) {
            throw new IllegalArgumentException(schema.getFullName() + " has no field " + field);
        }
    }
}
