package org.citycertification.messaging.outbox;

import org.apache.avro.Schema;

/** A schema that this service writes; its id is learned at start, so that later writes need no registry. */
public record WrittenSchema(String topic, Schema schema) {}
