package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The server ends the connection of a relay that says nothing for five seconds, and somebody else may lead then. A relay speaks
 * while the broker takes its time, and commits nothing without its lead.
 */
class LostLeadTests {
    @AutoClose
    private final MessagingSystem system = new MessagingSystem("lost_lead");

    private final AtomicLong lost = new AtomicLong();

    @Test
    void publishesOnceWhatItSentWhileItLostItsLead() {
        UUID key = UUID.randomUUID();
        system.change(key);
        system.change(key);

        try (var relay = new LoneRelay(system, Map.of(), this::loseTheLeadOnce)) {
            relay.start();
            system.awaitEmptyOutbox();
        }

        assertThat(lost).hasValue(1);
        assertThat(system.published(key)).containsExactly(1L, 2L);
    }

    /** Its records wait for company for longer than a connection may be silent. */
    @Test
    void keepsItsLeadWhileABatchTakesLong() {
        UUID key = UUID.randomUUID();
        system.change(key);
        Map<String, Object> slow =
                Map.of(ProducerConfig.LINGER_MS_CONFIG, 7_000, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);

        try (var relay = new LoneRelay(system, slow, (method, result) -> {})) {
            relay.start();
            system.awaitEmptyOutbox();
        }

        assertThat(system.published(key)).containsExactly(1L);
    }

    private void loseTheLeadOnce(String method, Object result) {
        if (method.equals("send") && lost.get() == 0) {
            lost.addAndGet(system.count(
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = ? and datname = ?",
                    LoneRelay.CONNECTION_NAME,
                    system.name()));
        }
    }
}
