package org.citycertification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.citycertification.platform.Mailbox.Behaviour;
import org.citycertification.platform.Mailbox.Mail;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From events on the real topics to mails in the real mailbox. */
class NoticeJourneyTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static NotificationSystem system;
    private static ConfigurableApplicationContext service;

    private final UUID submission = UUID.randomUUID();
    private final UUID caseId = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();
    private final String address = "ana-" + contact + "@montevideo.example";

    @BeforeAll
    static void start() {
        system = new NotificationSystem("notification");
        service = NotificationApplication.application().run(system.arguments());
    }

    @AfterAll
    static void stop() {
        service.close();
        system.close();
    }

    @Test
    void writesToTheCertifiedCityInItsLanguageWithAccentsIntact() {
        knownContact("Ana Núñez Ção", "es");

        release(CertificationLevel.SILVER, "Peñalolén");

        Mail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Peñalolén obtiene la certificación: Plata");
        assertThat(mail.text()).contains("Hola, Ana Núñez Ção:").contains("Gestión de datos: 8 de 9");
        assertThat(mail.html()).contains("Ana Núñez Ção").contains("Peñalolén").contains("Gestión de datos");
        assertThat(mail.messageId()).matches("<[0-9a-f]{40}@certification\\.example>");
        assertThat(mail.from()).contains("certification@certification.example");
        assertThat(mail.headers())
                .contains("Auto-Submitted: auto-generated")
                .contains("multipart/alternative")
                .contains("Content-Language: es");
    }

    @Test
    void writesToEveryContactOfTheCityAndToNobodyElse() {
        UUID second = UUID.randomUUID();
        UUID stranger = UUID.randomUUID();
        String secondAddress = "luis-" + second + "@montevideo.example";
        String strangerAddress = "rosa-" + stranger + "@montevideo.example";
        knownContact("Ana", "en");
        system.publish(EventFixtures.contact(second, 1, "Luís", secondAddress, "pt"));
        system.publish(EventFixtures.contact(stranger, 1, "Rosa", strangerAddress, "en"));
        system.publish(EventFixtures.opened(caseId, submission));

        system.publish(EventFixtures.released(
                caseId,
                2,
                EventFixtures.decision(submission, "Recife", CertificationLevel.GOLD, 30, contact, second, contact)));

        assertThat(onlyMail().subject()).isEqualTo("Recife is certified: Gold");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailsTo(secondAddress))
                        .extracting(Mail::subject)
                        .containsExactly("Recife conquista a certificação: Ouro"));
        assertThat(onlyMail().messageId())
                .isNotEqualTo(system.mailsTo(secondAddress).get(0).messageId());
        assertThat(system.mailsTo(strangerAddress)).isEmpty();
    }

    @Test
    void sendsTheRoadmapToTheCityThatIsNotCertified() {
        knownContact("Ana", "en");

        release(null, "Example Town");

        Mail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("The decision on the submission of Example Town, and your roadmap");
        assertThat(mail.text())
                .containsSubsequence(
                        "Data Management (8 of 9)",
                        "DM3 Sharing Data",
                        "3 of the required 4",
                        "Open Data (3 of 4)",
                        "OD1 Open Data Policy",
                        "No evidence of the kind policy")
                .doesNotContain("DM4");
    }

    @Test
    void announcesToEverySubscriberPublicFactsAlone() {
        UUID subscriber = UUID.randomUUID();
        String press = "press-" + subscriber + "@news.example";
        subscribe(subscriber, press);

        system.publish(EventFixtures.certification("br-" + subscriber, 1, "São Paulo", CertificationKind.NEW));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailsTo(press)).hasSize(1));
        Mail mail = system.mailsTo(press).get(0);
        assertThat(mail.subject()).isEqualTo("São Paulo is certified: Gold");
        assertThat(mail.text()).contains("Announced on").doesNotContainPattern("\\d of \\d");
        unsubscribe(subscriber);
    }

    @Test
    void mailsOnceHoweverOftenTheEventIsDelivered() {
        knownContact("Ana", "en");
        system.publish(EventFixtures.opened(caseId, submission));
        var event = EventFixtures.released(
                caseId, 2, EventFixtures.decision(submission, "Quito", CertificationLevel.GOLD, 30, contact));
        for (int delivery = 0; delivery < 5; delivery++) {
            system.publish(event);
        }
        onlyMail();

        followUp();

        assertThat(system.mailsTo(address)).hasSize(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void waitsForAContactThatComesAfterTheDecision() {
        release(CertificationLevel.GOLD, "Quito");
        awaitState("WAITING_FOR_CONTACT");

        knownContact("Ana", "en");

        assertThat(onlyMail().subject()).isEqualTo("Quito is certified: Gold");
        assertThat(steps()).containsExactly("WAITING_FOR_CONTACT", "QUEUED", "SENDING", "SENT");
    }

    @Test
    void sendsNothingToAContactThatIsErased() {
        knownContact("Ana", "en");
        system.forget(contact);
        awaitContact("erased_at is not null and name is null and address is null");

        release(CertificationLevel.GOLD, "Quito");

        awaitState("SUPPRESSED");
        followUp();
        assertThat(system.mailsTo(address)).isEmpty();
    }

    @Test
    void suppressesWhatIsQueuedWhenItsContactIsErased() {
        knownContact("Ana", "en");
        system.mailbox().stop();
        try {
            release(CertificationLevel.GOLD, "Quito");
            await().atMost(PATIENCE).until(() -> rows() == 1);

            system.forget(contact);

            awaitState("SUPPRESSED");
        } finally {
            system.mailbox().start();
        }
        followUp();
        assertThat(system.mailsTo(address)).isEmpty();
    }

    @Test
    void sendsOnceAfterTheMailServerWasAway() {
        knownContact("Ana", "en");
        system.mailbox().stop();
        try {
            release(CertificationLevel.GOLD, "Quito");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(health("/smtp")
                                    .path("details")
                                    .path("attempts")
                                    .asInt(0))
                            .isGreaterThan(2));
            assertThat(health("/smtp").get("status").asString()).isEqualTo("DOWN");
            assertThat(health("").get("status").asString()).isEqualTo("DOWN");
            assertThat(health("/readiness").get("status").asString()).isEqualTo("UP");
            assertThat(steps()).containsExactly("QUEUED");
        } finally {
            system.mailbox().start();
        }

        onlyMail();
        followUp();
        assertThat(system.mailsTo(address)).hasSize(1);
        assertThat(health("/smtp").get("status").asString()).isEqualTo("UP");
    }

    @Test
    void triesAgainWhenTheMailServerAsksForIt() {
        knownContact("Ana", "en");
        system.mailbox().behave(Behaviour.REFUSE_4XX);
        try {
            release(CertificationLevel.GOLD, "Quito");
            await().atMost(PATIENCE).until(() -> steps().contains("RETRY"));
        } finally {
            system.mailbox().behave(Behaviour.NORMAL);
        }

        onlyMail();
        awaitState("SENT");
    }

    @Test
    void supersedesAnOlderDecisionThatHasNotBeenSent() {
        release(null, "Quito");
        awaitState("WAITING_FOR_CONTACT");

        system.publish(EventFixtures.released(
                caseId, 3, EventFixtures.decision(submission, "Quito", CertificationLevel.SILVER, 22, contact)));
        await().atMost(PATIENCE).until(() -> rows() == 2);
        knownContact("Ana", "en");

        assertThat(onlyMail().subject()).isEqualTo("Quito is certified: Silver");
        followUp();
        assertThat(system.mailsTo(address)).hasSize(1);
        assertThat(system.jdbc()
                        .sql("select state from notice where recipient_id = ? order by seq")
                        .param(contact)
                        .query(String.class)
                        .list())
                .containsExactly("SUPERSEDED", "SENT");
    }

    @Test
    void refusesANameThatWouldBeginANewHeader() {
        knownContact("Ana\r\nBcc: everybody@elsewhere.example", "en");

        release(CertificationLevel.GOLD, "Quito");

        awaitState("FAILED");
        assertThat(cause()).contains("control character").doesNotContain("elsewhere");
        assertThat(system.mailsTo("everybody@elsewhere.example")).isEmpty();
    }

    @Test
    void refusesACityNameThatWouldBeginANewHeader() {
        knownContact("Ana", "en");

        release(CertificationLevel.GOLD, "Quito\nBcc: everybody@elsewhere.example");

        awaitState("FAILED");
        assertThat(system.mailsTo("everybody@elsewhere.example")).isEmpty();
    }

    @Test
    void refusesAnAddressThatNamesTwoPeople() {
        system.publish(EventFixtures.contact(contact, 1, "Ana", address + ",everybody@elsewhere.example", "en"));

        release(CertificationLevel.GOLD, "Quito");

        awaitState("FAILED");
        assertThat(cause()).contains("address").doesNotContain("@");
        assertThat(system.mailsTo("everybody@elsewhere.example")).isEmpty();
    }

    @Test
    void sendsAsPartOfTheTraceThatCausedIt() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var log = (Logger) LoggerFactory.getLogger("org.citycertification.notification.delivery.Handover");
        log.addAppender(lines);
        try {
            knownContact("Ana", "en");
            system.publish(EventFixtures.opened(caseId, submission));
            system.publish(
                    EventFixtures.released(
                            caseId,
                            2,
                            EventFixtures.decision(submission, "Quito", CertificationLevel.GOLD, 30, contact)),
                    "00-" + trace + "-00f067aa0ba902b7-01");

            String messageId = onlyMail().messageId();

            awaitState("SENT");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(List.copyOf(lines.list)).anySatisfy(line -> {
                        assertThat(line.getFormattedMessage())
                                .contains(messageId)
                                .doesNotContain(address);
                        assertThat(line.getMDCPropertyMap()).containsEntry("traceId", trace);
                    }));
        } finally {
            log.detachAppender(lines);
        }
    }

    private void knownContact(String name, String language) {
        system.makeKnown(EventFixtures.contact(contact, 1, name, address, language));
    }

    private void release(@Nullable CertificationLevel level, String city) {
        system.publish(EventFixtures.opened(caseId, submission));
        system.publish(EventFixtures.released(
                caseId, 2, EventFixtures.decision(submission, city, level, level == null ? 18 : 30, contact)));
    }

    private Mail onlyMail() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailsTo(address)).hasSize(1));
        return system.mailsTo(address).get(0);
    }

    /** Another city's decision, mailed: whatever came before it has been dealt with. */
    private static void followUp() {
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

    private void awaitState(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.state(contact)).isEqualTo(state));
    }

    private void awaitContact(String condition) {
        await().atMost(PATIENCE)
                .until(() -> system.jdbc()
                        .sql("select exists (select from contact where id = ? and " + condition + ")")
                        .param(contact)
                        .query(Boolean.class)
                        .single());
    }

    private long rows() {
        return system.jdbc()
                .sql("select count(*) from notice where recipient_id = ?")
                .param(contact)
                .query(Long.class)
                .single();
    }

    private List<String> steps() {
        return system.jdbc().sql("""
                        select s.state from notice_step s join notice n on n.seq = s.notice_seq
                        where n.recipient_id = ? order by n.seq, s.number
                        """).param(contact).query(String.class).list();
    }

    private String cause() {
        return system.jdbc()
                .sql("select cause from notice where recipient_id = ?")
                .param(contact)
                .query(String.class)
                .single();
    }

    private static void subscribe(UUID id, String address) {
        system.jdbc()
                .sql("insert into subscriber (id, address, language, recorded_at) values (?, ?, 'en', now())")
                .params(id, address)
                .update();
    }

    private static void unsubscribe(UUID id) {
        system.jdbc().sql("delete from subscriber where id = ?").param(id).update();
    }

    private static JsonNode health(String path) {
        String answer = Http.get("http://localhost:" + system.managementPort() + "/actuator/health" + path);
        return JsonMapper.shared().readTree(answer);
    }
}
