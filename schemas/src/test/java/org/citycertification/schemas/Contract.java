package org.citycertification.schemas;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;

/** A schema that is registered, and the directory of its released versions. */
record Contract(String name, Schema schema) {
    static Stream<Contract> all() {
        return Stream.concat(
                Arrays.stream(Topic.values()).map(topic -> new Contract(topic.topicName(), topic.schema())),
                Stream.of(new Contract("dead-letters", DeadLetterEvent.getClassSchema())));
    }

    @Override
    public String toString() {
        return name;
    }
}
