package org.citycertification.schemas.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A refused record on a dead-letter topic: its bytes, key and headers as they came, and {@code dl_*} headers that say why,
 * where from, who and when.
 *
 * @param sourceOffset where the record is on the source topic, whose partition is the letter's own
 * @param attempt 1 for the first refusal, one more for each redrive that failed
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record, String sourceTopic, long sourceOffset, int attempt) {
    public static final String SERVICE = "dl_service";
    public static final String REASON = "dl_reason";
    public static final String SOURCE_TOPIC = "dl_source_topic";
    public static final String SOURCE_PARTITION = "dl_source_partition";
    public static final String SOURCE_OFFSET = "dl_source_offset";
    public static final String AT = "dl_at";
    public static final String ATTEMPT = "dl_attempt";
    public static final String EXCEPTION = "dl_exception";

    private static final String PREFIX = "dl_";

    /** The letter in a record of a dead-letter topic; empty if it is something else. */
    public static Optional<DeadLetter> of(ConsumerRecord<byte[], byte[]> record) {
        String topic = text(record.headers(), SOURCE_TOPIC);
        String offset = text(record.headers(), SOURCE_OFFSET);
        if (topic == null || offset == null) {
            return Optional.empty();
        }
        String attempt = text(record.headers(), ATTEMPT);
        try {
            return Optional.of(new DeadLetter(
                    record, topic, Long.parseLong(offset), attempt == null ? 1 : Integer.parseInt(attempt)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The refused record as it was on its source topic. */
    public ConsumerRecord<byte[], byte[]> original() {
        var headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        return new ConsumerRecord<>(
                sourceTopic,
                record.partition(),
                sourceOffset,
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                record.value(),
                headers,
                Optional.empty());
    }

    /** The text of one of the headers above; empty if it is not there. */
    public String header(String name) {
        String text = text(record.headers(), name);
        return text == null ? "" : text;
    }

    /** The key as text; empty if there is none. */
    public String key() {
        return record.key() == null ? "" : new String(record.key(), UTF_8);
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
