package org.citycertification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.citycertification.platform.Mailbox.Behaviour;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What does not reach the mailbox, or not at once: erased contacts, a mail server that is away, hostile names. */
class NoticeTroubleTests {
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
    void sendsNothingToAContactThatIsErased() {
        ana.knownContact("Ana", "en");
        system.forget(ana.contact);
        ana.awaitContact("erased_at is not null and name is null and address is null");

        ana.release(CertificationLevel.GOLD, "Quito");

        ana.awaitState("SUPPRESSED");
        ana.followUp();
        assertThat(system.mailsTo(ana.address)).isEmpty();
    }

    @Test
    void suppressesWhatIsQueuedWhenItsContactIsErased() {
        ana.knownContact("Ana", "en");
        system.mailbox().stop();
        try {
            ana.release(CertificationLevel.GOLD, "Quito");
            await().atMost(PATIENCE).until(() -> ana.rows() == 1);

            system.forget(ana.contact);

            ana.awaitState("SUPPRESSED");
        } finally {
            system.mailbox().start();
        }
        ana.followUp();
        assertThat(system.mailsTo(ana.address)).isEmpty();
    }

    @Test
    void sendsOnceAfterTheMailServerWasAway() {
        ana.knownContact("Ana", "en");
        system.mailbox().stop();
        try {
            ana.release(CertificationLevel.GOLD, "Quito");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(health("/smtp")
                                    .path("details")
                                    .path("attempts")
                                    .asInt(0))
                            .isGreaterThan(2));
            assertThat(health("/smtp").get("status").asString()).isEqualTo("DOWN");
            assertThat(health("").get("status").asString()).isEqualTo("DOWN");
            assertThat(health("/readiness").get("status").asString()).isEqualTo("UP");
            assertThat(ana.steps()).containsExactly("QUEUED");
        } finally {
            system.mailbox().start();
        }

        ana.onlyMail();
        ana.followUp();
        assertThat(system.mailsTo(ana.address)).hasSize(1);
        assertThat(health("/smtp").get("status").asString()).isEqualTo("UP");
    }

    @Test
    void triesAgainWhenTheMailServerAsksForIt() {
        ana.knownContact("Ana", "en");
        system.mailbox().behave(Behaviour.REFUSE_4XX);
        try {
            ana.release(CertificationLevel.GOLD, "Quito");
            await().atMost(PATIENCE).until(() -> ana.steps().contains("RETRY"));
        } finally {
            system.mailbox().behave(Behaviour.NORMAL);
        }

        ana.onlyMail();
        ana.awaitState("SENT");
    }

    @Test
    void refusesANameThatWouldBeginANewHeader() {
        ana.knownContact("Ana\r\nBcc: everybody@elsewhere.example", "en");

        ana.release(CertificationLevel.GOLD, "Quito");

        ana.awaitState("FAILED");
        assertThat(ana.cause()).contains("control character").doesNotContain("elsewhere");
        assertThat(system.mailsTo("everybody@elsewhere.example")).isEmpty();
    }

    @Test
    void refusesACityNameThatWouldBeginANewHeader() {
        ana.knownContact("Ana", "en");

        ana.release(CertificationLevel.GOLD, "Quito\nBcc: everybody@elsewhere.example");

        ana.awaitState("FAILED");
        assertThat(system.mailsTo("everybody@elsewhere.example")).isEmpty();
    }

    @Test
    void refusesAnAddressThatNamesTwoPeople() {
        system.publish(
                EventFixtures.contact(ana.contact, 1, "Ana", ana.address + ",everybody@elsewhere.example", "en"));

        ana.release(CertificationLevel.GOLD, "Quito");

        ana.awaitState("FAILED");
        assertThat(ana.cause()).contains("address").doesNotContain("@");
        assertThat(system.mailsTo("everybody@elsewhere.example")).isEmpty();
    }

    private static JsonNode health(String path) {
        String answer = Http.get("http://localhost:" + system.managementPort() + "/actuator/health" + path);
        return JsonMapper.shared().readTree(answer);
    }
}
