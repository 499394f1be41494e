package org.citycertification.messaging.headers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Keeps a trace in a table's column while its work rests, and takes it up again. */
public final class StoredTraces {
    private static final String TRACEPARENT = "traceparent";

    private final Traces traces;

    public StoredTraces(Traces traces) {
        this.traces = traces;
    }

    /** The W3C form of the current trace; null without one. */
    public @Nullable String current() {
        var headers = new RecordHeaders();
        traces.inject(headers);
        Header header = headers.lastHeader(TRACEPARENT);
        return header == null ? null : new String(header.value(), US_ASCII);
    }

    /** Runs the work as part of the stored trace, with a link to the one that is current. */
    public void continued(@Nullable String traceparent, String spanName, Runnable work) {
        var headers = new RecordHeaders();
        if (traceparent != null) {
            headers.add(TRACEPARENT, traceparent.getBytes(US_ASCII));
        }
        traces.continued(headers, spanName, work);
    }
}
