package org.citycertification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.citycertification.platform.Mailbox.Mail;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** From events on the real topics to mails in the real mailbox. */
@Tag("adapters")
class NoticeJourneyTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static NotificationSystem system;
    private static ConfigurableApplicationContext service;

    private final OneContact ana = new OneContact(system);

    @BeforeAll
    static void start() {
        system = new NotificationSystem("notification");
        service = system.startPast();
    }

    @AfterAll
    static void stop() {
        service.close();
        system.close();
    }

    @Test
    void writesToTheCertifiedCityInItsLanguageWithAccentsIntact() {
        ana.knownContact("Ana Núñez Ção", "es");

        ana.release(CertificationLevel.SILVER, "Peñalolén");

        Mail mail = ana.onlyMail();
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
        ana.knownContact("Ana", "en");
        system.publish(EventFixtures.contact(second, 1, "Luís", secondAddress, "pt"));
        system.publish(EventFixtures.contact(stranger, 1, "Rosa", strangerAddress, "en"));
        system.publish(EventFixtures.opened(ana.caseId, ana.submission));

        system.publish(EventFixtures.released(
                ana.caseId,
                2,
                EventFixtures.decision(
                        ana.submission, "Recife", CertificationLevel.GOLD, 30, ana.contact, second, ana.contact)));

        assertThat(ana.onlyMail().subject()).isEqualTo("Recife is certified: Gold");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailsTo(secondAddress))
                        .extracting(Mail::subject)
                        .containsExactly("Recife conquista a certificação: Ouro"));
        assertThat(ana.onlyMail().messageId())
                .isNotEqualTo(system.mailsTo(secondAddress).get(0).messageId());
        assertThat(system.mailsTo(strangerAddress)).isEmpty();
    }

    @Test
    void sendsTheRoadmapToTheCityThatIsNotCertified() {
        ana.knownContact("Ana", "en");

        ana.release(null, "Example Town");

        Mail mail = ana.onlyMail();
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
        ana.knownContact("Ana", "en");
        system.publish(EventFixtures.opened(ana.caseId, ana.submission));
        var event = EventFixtures.released(
                ana.caseId,
                2,
                EventFixtures.decision(ana.submission, "Quito", CertificationLevel.GOLD, 30, ana.contact));
        for (int delivery = 0; delivery < 5; delivery++) {
            system.publish(event);
        }
        ana.onlyMail();

        ana.followUp();

        assertThat(system.mailsTo(ana.address)).hasSize(1);
        assertThat(ana.rows()).isEqualTo(1);
    }

    @Test
    void waitsForAContactThatComesAfterTheDecision() {
        ana.release(CertificationLevel.GOLD, "Quito");
        ana.awaitState("WAITING_FOR_CONTACT");

        ana.knownContact("Ana", "en");

        assertThat(ana.onlyMail().subject()).isEqualTo("Quito is certified: Gold");
        ana.awaitState("SENT");
        assertThat(ana.steps()).containsExactly("WAITING_FOR_CONTACT", "QUEUED", "SENDING", "SENT");
    }

    @Test
    void supersedesAnOlderDecisionThatHasNotBeenSent() {
        ana.release(null, "Quito");
        ana.awaitState("WAITING_FOR_CONTACT");

        system.publish(EventFixtures.released(
                ana.caseId,
                3,
                EventFixtures.decision(ana.submission, "Quito", CertificationLevel.SILVER, 22, ana.contact)));
        await().atMost(PATIENCE).until(() -> ana.rows() == 2);
        ana.knownContact("Ana", "en");

        assertThat(ana.onlyMail().subject()).isEqualTo("Quito is certified: Silver");
        ana.followUp();
        assertThat(system.mailsTo(ana.address)).hasSize(1);
        assertThat(system.jdbc()
                        .sql("select state from notice where recipient_id = ? order by seq")
                        .param(ana.contact)
                        .query(String.class)
                        .list())
                .containsExactly("SUPERSEDED", "SENT");
    }

    @Test
    void sendsAsPartOfTheTraceThatCausedIt() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var log = (Logger) LoggerFactory.getLogger("org.citycertification.notification.delivery.Handover");
        log.addAppender(lines);
        try {
            ana.knownContact("Ana", "en");
            system.publish(EventFixtures.opened(ana.caseId, ana.submission));
            system.publish(
                    EventFixtures.released(
                            ana.caseId,
                            2,
                            EventFixtures.decision(ana.submission, "Quito", CertificationLevel.GOLD, 30, ana.contact)),
                    "00-" + trace + "-00f067aa0ba902b7-01");

            String messageId = ana.onlyMail().messageId();

            ana.awaitState("SENT");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(List.copyOf(lines.list)).anySatisfy(line -> {
                        assertThat(line.getFormattedMessage())
                                .contains(messageId)
                                .doesNotContain(ana.address);
                        assertThat(line.getMDCPropertyMap()).containsEntry("traceId", trace);
                    }));
        } finally {
            log.detachAppender(lines);
        }
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
}
