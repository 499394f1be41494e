package org.citycertification.messaging.outbox;

import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event to publish.
 *
 * @param key id of the aggregate
 * @param version counts what this service has published on this topic for this key: 1, 2, 3 without gaps
 * @param type kind of change, for the {@code ce_type} header
 */
public record OutgoingEvent(
        String topic, String key, long version, UUID eventId, String type, Instant occurredAt, SpecificRecord value) {}
