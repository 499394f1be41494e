package org.citycertification.messaging.headers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents 1.0 attributes in Kafka's binary mode. */
public final class CloudEventHeaders {
    private CloudEventHeaders() {}

    /**
     * New headers with the attributes of one event.
     *
     * @param type kind of change, e.g. the name of the field that is set
     * @param source who says it, a URI reference such as {@code /orders}
     * @param subject what it is about: the key of the record
     */
    public static Headers of(UUID id, String type, String source, String subject, Instant time) {
        var headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id.toString());
        put(headers, "ce_type", type);
        put(headers, "ce_source", source);
        put(headers, "ce_subject", subject);
        put(headers, "ce_time", time.toString());
        put(headers, "content-type", "application/avro");
        return headers;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
