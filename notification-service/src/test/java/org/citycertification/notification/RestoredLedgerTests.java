package org.citycertification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.citycertification.http.testing.TestTokens;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is queued in a restored ledger may have been mailed already, so a person decides before anything is mailed. */
class RestoredLedgerTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TestTokens TOKENS = TestTokens.create();

    private final NotificationSystem system = new NotificationSystem("notification_restored");
    private final OneContact mailed = new OneContact(system);
    private final OneContact notMailed = new OneContact(system);
    private ConfigurableApplicationContext service = start();

    /** Two notices that the ledger has as not yet sent. */
    @BeforeEach
    void queueTwo() {
        mailed.knownContact("Ana", "en");
        notMailed.knownContact("Bea", "en");
        system.mailbox().stop();
        mailed.release(CertificationLevel.GOLD, "Quito");
        notMailed.release(CertificationLevel.GOLD, "Lima");
        mailed.awaitState("QUEUED");
        notMailed.awaitState("QUEUED");
        service.close();
        system.mailbox().start();
    }

    @AfterEach
    void stop() {
        service.close();
        system.close();
    }

    @Test
    void mailsNothingUntilAnOperatorHasLookedAndResumes() {
        service = start("--after-restore");
        assertPaused();
        service.close();
        service = start();
        assertPaused();

        String id = json(call("GET", "operator", "?submissionId=" + mailed.submission))
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(call("POST", "operator", "/" + id + "/confirmations").statusCode())
                .isEqualTo(200);
        assertThat(call("POST", "operator", "/" + id + "/confirmations").statusCode())
                .isEqualTo(409);
        var resumed = call("POST", "operator", "/sender/resumptions");

        assertThat(json(resumed).path("state").asString()).isEqualTo("RUNNING");
        notMailed.onlyMail();
        notMailed.followUp();
        assertThat(system.mailsTo(mailed.address)).isEmpty();
        assertThat(system.mailsTo(notMailed.address)).hasSize(1);
        assertThat(mailed.steps()).containsExactly("QUEUED", "SENT");
        assertThat(mailed.cause()).startsWith("Known to have been mailed, says ");
        await().atMost(PATIENCE).until(() -> health().path("status").asString().equals("UP"));
        assertThat(metrics()).contains("certification_notice_sender_paused{application=\"notification-service\"} 0.0");
        assertThat(system.jdbc()
                        .sql("select count(*) from sender_pause where ended_by is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** The sender goes round and round, with a mail server that is there, and mails nothing. */
    private void assertPaused() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(health().path("details").path("paused").asString())
                                .isEqualTo("Started on a restored database"));
        JsonNode sender = json(call("GET", "operator", "/sender"));
        assertThat(sender.path("state").asString()).isEqualTo("PAUSED");
        assertThat(sender.path("waiting").asLong())
                .as("these two, and what other tests have left on the topics")
                .isGreaterThanOrEqualTo(2);
        assertThat(health().path("status").asString()).isEqualTo("DOWN");
        assertThat(metrics()).contains("certification_notice_sender_paused{application=\"notification-service\"} 1.0");
        for (int round = 0; round < 5; round++) {
            String last = lastRound();
            await().atMost(PATIENCE).until(() -> !lastRound().equals(last));
        }
        assertThat(mailed.steps()).containsExactly("QUEUED");
        assertThat(notMailed.steps()).containsExactly("QUEUED");
        assertThat(system.mailsTo(mailed.address)).isEmpty();
        assertThat(system.mailsTo(notMailed.address)).isEmpty();
    }

    private ConfigurableApplicationContext start(String... more) {
        String[] all = new String[more.length + 1];
        all[0] = "--http.security.jwk-set-uri=" + TOKENS.keySet();
        System.arraycopy(more, 0, all, 1, more.length);
        return NotificationApplication.application().run(system.arguments(all));
    }

    private String lastRound() {
        return health().path("details").path("lastRound").asString();
    }

    private JsonNode health() {
        return JsonMapper.shared().readTree(management("/health/sender"));
    }

    private String metrics() {
        return management("/prometheus");
    }

    private String management(String path) {
        return Http.get("http://localhost:" + system.managementPort() + "/actuator" + path);
    }

    private HttpResponse<String> call(String method, String role, String path) {
        return Http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + system.port() + "/api/notices" + path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + TOKENS.of(role, role))
                .build());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
