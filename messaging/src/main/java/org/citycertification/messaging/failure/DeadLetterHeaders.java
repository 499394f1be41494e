package org.citycertification.messaging.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.jspecify.annotations.Nullable;

/** The headers of a dead letter: those of the original record, and why, where from, who and when as {@code dl_*}. */
public final class DeadLetterHeaders {
    /** Longest reason or stack head, in bytes, so that a dead letter of the largest record still fits its topic. */
    public static final int LONGEST_TEXT = 2048;

    private static final int FRAMES = 12;

    private DeadLetterHeaders() {}

    /**
     * Headers of the dead letter.
     *
     * @param service who refuses the record
     * @param reason why, for the person who will read it
     * @param failure what was thrown, if that was the reason; its stack's head is kept
     * @param attempt 1 for the first refusal of the record, one more for each redrive that failed
     */
    public static Headers of(
            ConsumerRecord<byte[], byte[]> record,
            String service,
            String reason,
            @Nullable Throwable failure,
            Instant now,
            int attempt) {
        var headers = new RecordHeaders(record.headers().toArray());
        put(headers, DeadLetter.SERVICE, service);
        put(headers, DeadLetter.REASON, reason);
        put(headers, DeadLetter.SOURCE_TOPIC, record.topic());
        put(headers, DeadLetter.SOURCE_PARTITION, String.valueOf(record.partition()));
        put(headers, DeadLetter.SOURCE_OFFSET, String.valueOf(record.offset()));
        put(headers, DeadLetter.AT, now.toString());
        put(headers, DeadLetter.ATTEMPT, String.valueOf(attempt));
        if (failure != null) {
            put(headers, DeadLetter.EXCEPTION, headOf(failure));
        }
        return headers;
    }

    private static String headOf(Throwable failure) {
        var text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : "caused by ").append(cause).append('\n');
            StackTraceElement[] stack = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
                text.append("  at ").append(stack[i]).append('\n');
            }
        }
        return text.toString();
    }

    private static void put(Headers headers, String name, String value) {
        byte[] bytes = value.getBytes(UTF_8);
        headers.add(name, bytes.length <= LONGEST_TEXT ? bytes : cut(value));
    }

    private static byte[] cut(String value) {
        String shorter = value.substring(0, Math.min(value.length(), LONGEST_TEXT));
        while (shorter.getBytes(UTF_8).length > LONGEST_TEXT) {
            shorter = shorter.substring(0, shorter.length() - 1);
        }
        return shorter.getBytes(UTF_8);
    }
}
