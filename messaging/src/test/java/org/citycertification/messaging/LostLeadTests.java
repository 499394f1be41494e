package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A relay whose connection the server ends while the broker takes its time commits nothing: somebody else may lead by then. */
class LostLeadTests {
    @AutoClose
    private final MessagingSystem system = new MessagingSystem("lost_lead");

    private final AtomicBoolean lost = new AtomicBoolean();

    @Test
    void publishesOnceWhatABrokerTookLongFor() {
        UUID key = UUID.randomUUID();
        system.change(key);
        system.change(key);

        try (var relay = new LoneRelay(system, Map.of(), this::loseTheLeadOnce)) {
            relay.start();
            system.awaitEmptyOutbox();
        }

        assertThat(lost).isTrue();
        assertThat(system.published(key)).containsExactly(1L, 2L);
    }

    private void loseTheLeadOnce(String method, Object result) {
        if (method.equals("flush") && lost.compareAndSet(false, true)) {
            system.count(
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = ? and datname = ?",
                    LoneRelay.CONNECTION_NAME,
                    system.name());
        }
    }
}
