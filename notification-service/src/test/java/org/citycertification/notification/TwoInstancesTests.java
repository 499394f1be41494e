package org.citycertification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citycertification.platform.Ports;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two instances on one database share the work and never a letter. */
@Tag("full")
class TwoInstancesTests {
    private static final int CITIES = 60;

    @Test
    void sendEachLetterOnce() {
        try (var system = new NotificationSystem("notification_two");
                var first = NotificationApplication.application().run(system.arguments());
                var second = NotificationApplication.application()
                        .run(system.arguments(
                                "--server.port=" + Ports.reserve(), "--management.server.port=" + Ports.reserve()))) {
            List<UUID> contacts = new ArrayList<>();
            for (int city = 0; city < CITIES; city++) {
                contacts.add(decide(system));
            }

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(states(system, contacts)).isEqualTo(CITIES));

            assertThat(first.isRunning() && second.isRunning()).isTrue();
            assertThat(contacts)
                    .allSatisfy(contact ->
                            assertThat(system.mailsTo(address(contact))).hasSize(1));
            assertThat(senders(system)).isEqualTo(2);
        }
    }

    private static UUID decide(NotificationSystem system) {
        UUID contact = UUID.randomUUID();
        UUID submission = UUID.randomUUID();
        UUID caseId = UUID.randomUUID();
        system.publish(EventFixtures.contact(contact, 1, "Ana", address(contact), "en"));
        system.publish(EventFixtures.opened(caseId, submission));
        system.publish(EventFixtures.released(
                caseId, 2, EventFixtures.decision(submission, "Quito", CertificationLevel.GOLD, 30, contact)));
        return contact;
    }

    private static String address(UUID contact) {
        return "two-" + contact + "@montevideo.example";
    }

    private static long states(NotificationSystem system, List<UUID> contacts) {
        return system.jdbc()
                .sql("select count(*) from notice where state = 'SENT' and recipient_id in (:contacts)")
                .param("contacts", contacts)
                .query(Long.class)
                .single();
    }

    private static long senders(NotificationSystem system) {
        return system.jdbc()
                .sql("select count(distinct sender) from notice_step where sender is not null")
                .query(Long.class)
                .single();
    }
}
