package org.citycertification.scoring.scorecard.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** How many records were answered since the start, and how. */
final class ReplyCounters {

    private final Counter scored;
    private final Counter deadLettered;

    ReplyCounters(MeterRegistry registry) {
        scored = Counter.builder("certification.scorecard.scored")
                .description("Submission versions that were scored")
                .register(registry);
        deadLettered = Counter.builder("certification.scorecard.dead.lettered")
                .description("Records that can never be scored")
                .register(registry);
    }

    void count(List<Reply> replies) {
        replies.forEach(reply -> (reply.scored() ? scored : deadLettered).increment());
    }

    long deadLettered() {
        return (long) deadLettered.count();
    }
}
