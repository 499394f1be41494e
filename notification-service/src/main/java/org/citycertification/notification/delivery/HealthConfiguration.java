package org.citycertification.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.citycertification.notification.notice.LedgerCounts;
import org.citycertification.notification.notice.NoticeState;
import org.citycertification.notification.notice.SenderPauses;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** What operators see: DOWN here calls a person and never restarts anything. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    /** A round takes as long as the slowest conversation. */
    private static final Duration SLOWEST_ROUND = Duration.ofSeconds(90);

    @Bean
    HealthIndicator smtpHealthIndicator(Breaker breaker) {
        return () -> {
            Breaker.Outage outage = breaker.outage();
            return outage == null
                    ? Health.up().build()
                    : Health.down()
                            .withDetail("since", outage.since().toString())
                            .withDetail("attempts", outage.failures())
                            .withDetail("cause", outage.cause())
                            .build();
        };
    }

    @Bean
    HealthIndicator senderHealthIndicator(SenderThread sender, SenderPauses pauses, Clock clock) {
        return () -> {
            boolean moving = sender.lastRound().plus(SLOWEST_ROUND).isAfter(clock.instant());
            Health.Builder health = sender.isRunning() && moving ? Health.up() : Health.down();
            try {
                pauses.current()
                        .ifPresent(pause -> health.down()
                                .withDetail("paused", pause.reason())
                                .withDetail("since", pause.since().toString()));
            } catch (DataAccessException e) {
                health.down(e);
            }
            return health.withDetail("lastRound", sender.lastRound().toString()).build();
        };
    }

    @Bean
    HealthIndicator noticesHealthIndicator(LedgerCounts ledger, DeliveryProperties settings) {
        return () -> {
            LedgerCounts.Counts counts = ledger.read();
            boolean late = counts.oldestDue().compareTo(settings.alertAfter()) > 0;
            boolean alert = late || counts.waitingTooLong() > 0;
            return (alert ? Health.down() : Health.up())
                    .withDetail("oldestDueSeconds", counts.oldestDue().toSeconds())
                    .withDetail("waitingTooLongForContact", counts.waitingTooLong())
                    .withDetail("byState", counts.byState())
                    .build();
        };
    }

    @Bean
    MeterBinder noticeMeters(LedgerCounts ledger, SenderPauses pauses) {
        return registry -> {
            Gauge.builder(
                            "certification.notice.sender.paused",
                            () -> pauses.current().isPresent() ? 1 : 0)
                    .register(registry);
            for (NoticeState state : LedgerCounts.UNFINISHED) {
                Gauge.builder("certification.notice.rows", () -> ledger.read().of(state))
                        .tag("state", state.name().toLowerCase(java.util.Locale.ROOT))
                        .register(registry);
            }
            Gauge.builder(
                            "certification.notice.oldest.due.age",
                            () -> ledger.read().oldestDue().toSeconds())
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder(
                            "certification.notice.waiting.too.long",
                            () -> ledger.read().waitingTooLong())
                    .register(registry);
        };
    }
}
