package org.citycertification.notification.delivery;

import java.time.Clock;
import org.citycertification.messaging.headers.StoredTraces;
import org.citycertification.notification.delivery.Courier.Delivery;
import org.citycertification.notification.notice.ClaimedNotice;
import org.citycertification.notification.notice.Verdicts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a notice delivered, as part of the trace that caused it, and writes the outcome down. */
final class Handover {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private final Courier courier;
    private final Verdicts verdicts;
    private final StoredTraces traces;
    private final DeliveryMeters meters;
    private final Clock clock;

    /** Delivered, and not in the ledger yet because the database was away. */
    private @Nullable Open open;

    Handover(Courier courier, Verdicts verdicts, StoredTraces traces, DeliveryMeters meters, Clock clock) {
        this.courier = courier;
        this.verdicts = verdicts;
        this.traces = traces;
        this.meters = meters;
        this.clock = clock;
    }

    private record Open(ClaimedNotice notice, Delivery delivery) {}

    void handOver(ClaimedNotice notice) {
        traces.continued(notice.traceparent(), "notice deliver", () -> {
            open = new Open(notice, courier.deliver(notice));
            writeDownWhatIsOpen();
        });
    }

    /** Keeps the outcome until the database has it: a letter known to be sent must not become uncertain. */
    void writeDownWhatIsOpen() {
        Open done = open;
        if (done == null) {
            return;
        }
        ClaimedNotice notice = done.notice();
        var verdict = done.delivery().verdict();
        boolean recorded = verdicts.record(notice, verdict, clock.instant());
        open = null;
        meters.count(notice, verdict, done.delivery().fellBack());
        String outcome = verdict.getClass().getSimpleName();
        LOG.info(
                "Notice {} ({}) attempt {} as {}: {}{}",
                notice.id(),
                notice.template(),
                notice.attempt(),
                notice.messageId(),
                outcome,
                recorded ? "" : ", but it was taken from this sender in the meantime");
    }
}
