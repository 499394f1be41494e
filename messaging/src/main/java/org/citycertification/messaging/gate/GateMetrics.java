package org.citycertification.messaging.gate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the gate of one topic did, as counters. */
record GateMetrics(Counter applied, Counter dropped, Counter parked, Counter deadLettered, Counter conflicting) {
    static GateMetrics of(MeterRegistry registry, String topic) {
        return new GateMetrics(
                counter(registry, "applied", topic),
                counter(registry, "dropped", topic),
                counter(registry, "parked", topic),
                counter(registry, "dead.lettered", topic),
                counter(registry, "conflicting", topic));
    }

    private static Counter counter(MeterRegistry registry, String what, String topic) {
        return Counter.builder("messaging.gate." + what).tag("topic", topic).register(registry);
    }
}
