package org.citycertification.messaging.headers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Carries one trace through tables and topics, so that it runs from the first request to the last effect. */
public final class Traces {
    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    /** Both null where tracing is off: then nothing is written and work runs as it is. */
    public Traces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Writes the current trace, if there is one, as {@code traceparent}. */
    public void inject(Headers headers) {
        if (tracer == null || propagator == null) {
            return;
        }
        TraceContext context = tracer.currentTraceContext().context();
        if (context != null) {
            propagator.inject(context, headers, (target, name, value) -> replace(headers, name, value.getBytes(UTF_8)));
        }
    }

    /**
     * Runs the work in a new span of the trace that the headers carry. Where another span is current, the new one links to it,
     * so that the way can be followed from either.
     */
    public void continued(Headers headers, String spanName, Runnable work) {
        if (tracer == null || propagator == null) {
            work.run();
            return;
        }
        Span span = next(tracer, propagator, headers).name(spanName).start();
        try (var scope = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }

    private static Span.Builder next(Tracer tracer, Propagator propagator, Headers headers) {
        Span.Builder next = propagator.extract(headers, Traces::valueOf);
        Span cause = tracer.currentSpan();
        return cause == null ? next : next.addLink(new Link(cause));
    }

    private static void replace(Headers headers, String name, byte[] value) {
        headers.remove(name);
        headers.add(name, value);
    }

    private static @Nullable String valueOf(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
