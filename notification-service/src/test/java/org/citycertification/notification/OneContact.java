package org.citycertification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.citycertification.platform.Mailbox.Mail;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.jspecify.annotations.Nullable;

/** A contact of a city with a case, and what becomes of the letters to it. */
final class OneContact {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final UUID submission = UUID.randomUUID();
    final UUID caseId = UUID.randomUUID();
    final UUID contact = UUID.randomUUID();
    final String address = "ana-" + contact + "@montevideo.example";

    private final NotificationSystem system;

    OneContact(NotificationSystem system) {
        this.system = system;
    }

    void knownContact(String name, String language) {
        system.makeKnown(EventFixtures.contact(contact, 1, name, address, language));
    }

    void release(@Nullable CertificationLevel level, String city) {
        system.publish(EventFixtures.opened(caseId, submission));
        system.publish(EventFixtures.released(
                caseId, 2, EventFixtures.decision(submission, city, level, level == null ? 18 : 30, contact)));
    }

    Mail onlyMail() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailsTo(address)).hasSize(1));
        return system.mailsTo(address).get(0);
    }

    /** Another city's decision, mailed: whatever came before it has been dealt with. */
    void followUp() {
        UUID someone = UUID.randomUUID();
        String marker = "marker-" + someone + "@montevideo.example";
        UUID other = UUID.randomUUID();
        system.publish(EventFixtures.contact(someone, 1, "Marker", marker, "en"));
        UUID file = UUID.randomUUID();
        system.publish(EventFixtures.opened(file, other));
        system.publish(EventFixtures.released(
                file, 2, EventFixtures.decision(other, "Marker", CertificationLevel.GOLD, 30, someone)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailsTo(marker)).hasSize(1));
    }

    void awaitState(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.state(contact)).isEqualTo(state));
    }

    void awaitContact(String condition) {
        await().atMost(PATIENCE)
                .until(() -> system.jdbc()
                        .sql("select exists (select from contact where id = ? and " + condition + ")")
                        .param(contact)
                        .query(Boolean.class)
                        .single());
    }

    long rows() {
        return system.jdbc()
                .sql("select count(*) from notice where recipient_id = ?")
                .param(contact)
                .query(Long.class)
                .single();
    }

    List<String> steps() {
        return system.jdbc().sql("""
                        select s.state from notice_step s join notice n on n.seq = s.notice_seq
                        where n.recipient_id = ? order by n.seq, s.number
                        """).param(contact).query(String.class).list();
    }

    String cause() {
        return system.jdbc()
                .sql("select cause from notice where recipient_id = ?")
                .param(contact)
                .query(String.class)
                .single();
    }
}
