package org.citycertification.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.citycertification.notification.notice.ClaimedNotice;
import org.citycertification.notification.notice.Verdict;

/** Counts attempts. */
final class DeliveryMeters {
    private final MeterRegistry registry;

    DeliveryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(ClaimedNotice notice, Verdict verdict, boolean fellBack) {
        String template = notice.template().name().toLowerCase(Locale.ROOT);
        String outcome = verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        registry.counter("certification.notice.attempts", "template", template, "outcome", outcome)
                .increment();
        if (fellBack) {
            registry.counter("certification.notice.language.fallback", "template", template)
                    .increment();
        }
    }
}
