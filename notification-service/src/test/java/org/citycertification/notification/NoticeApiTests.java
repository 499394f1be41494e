package org.citycertification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citycertification.http.testing.TestTokens;
import org.citycertification.platform.Mailbox.Mail;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What staff see and do over HTTP. */
class NoticeApiTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TestTokens TOKENS = TestTokens.create();
    private static NotificationSystem system;
    private static ConfigurableApplicationContext service;

    private final UUID submission = UUID.randomUUID();
    private final UUID caseId = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();
    private final String address = "ana-" + contact + "@montevideo.example";

    @BeforeAll
    static void start() {
        system = new NotificationSystem("notification_api");
        service = system.startPast("--http.security.jwk-set-uri=" + TOKENS.keySet());
    }

    @AfterAll
    static void stop() {
        service.close();
        system.close();
    }

    @Test
    void showsTheNoticesOfASubmissionWithoutNamesAndAddresses() {
        decide(address);
        awaitState("SENT");

        var answer = get("operator", "/api/notices?submissionId=" + submission);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode notice = json(answer).get("items").get(0);
        assertThat(notice.get("state").asString()).isEqualTo("SENT");
        assertThat(notice.get("recipient").get("id").asString()).isEqualTo(contact.toString());
        assertThat(notice.get("messageId").asString())
                .isEqualTo(system.mailsTo(address).get(0).messageId());
        assertThat(answer.body()).doesNotContain(address).doesNotContain("Ana");
    }

    @Test
    void showsEveryStateThatANoticeWasIn() {
        decide(address);
        awaitState("SENT");
        String id = json(get("coordinator", "/api/notices?submissionId=" + submission))
                .get("items")
                .get(0)
                .get("id")
                .asString();

        JsonNode steps = json(get("coordinator", "/api/notices/" + id)).get("steps");

        assertThat(steps.valueStream().map(step -> step.get("state").asString()))
                .containsExactly("QUEUED", "SENDING", "SENT");
    }

    @Test
    void pagesThroughWithoutLosingOrRepeatingARow() {
        List<UUID> contacts = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            contacts.add(UUID.randomUUID());
        }
        system.publish(EventFixtures.opened(caseId, submission));
        system.publish(EventFixtures.released(
                caseId,
                2,
                EventFixtures.decision(
                        submission, "Quito", CertificationLevel.GOLD, 30, contacts.toArray(UUID[]::new))));
        await().atMost(PATIENCE)
                .until(() -> json(get("operator", "/api/notices?submissionId=" + submission))
                                .get("items")
                                .size()
                        == 7);

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    json(get("operator", "/api/notices?submissionId=" + submission + "&limit=3&after=" + after));
            page.get("items")
                    .forEach(item -> seen.add(item.get("recipient").get("id").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());

        assertThat(seen)
                .hasSize(7)
                .containsExactlyInAnyOrderElementsOf(
                        contacts.stream().map(UUID::toString).toList());
        assertThat(json(get("operator", "/api/notices?submissionId=" + submission + "&state=SENT"))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void sendsAgainWhatWasGivenUpUnderTheSameName() {
        decide("not an address");
        awaitState("FAILED");
        String id = json(get("operator", "/api/notices?submissionId=" + submission + "&state=FAILED"))
                .get("items")
                .get(0)
                .get("id")
                .asString();
        system.makeKnown(EventFixtures.contact(contact, 2, "Ana", address, "en"));

        var answer = post("operator", "/api/notices/" + id + "/attempts");

        assertThat(answer.statusCode()).isEqualTo(202);
        awaitState("SENT");
        JsonNode notice = json(get("operator", "/api/notices/" + id));
        assertThat(system.mailsTo(address))
                .extracting(Mail::messageId)
                .containsExactly(notice.get("messageId").asString());
        assertThat(notice.get("steps")
                        .valueStream()
                        .map(step -> step.get("state").asString()))
                .containsExactly("QUEUED", "SENDING", "FAILED", "QUEUED", "SENDING", "SENT");
        assertThat(post("operator", "/api/notices/" + id + "/attempts").statusCode())
                .isEqualTo(409);
    }

    @Test
    void putsASubscriberOnTheListOnceAndTakesOffAgain() {
        UUID id = UUID.randomUUID();
        String press = "press-" + id + "@news.example";
        String body = "{\"address\":\"" + press + "\",\"language\":\"pt\",\"name\":\"Redação\"}";

        assertThat(put("coordinator", id, body).statusCode()).isEqualTo(201);
        assertThat(put("coordinator", id, body).statusCode()).isEqualTo(200);
        system.publish(EventFixtures.certification("br-" + id, 1, "Recife", CertificationKind.NEW));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailsTo(press))
                        .extracting(Mail::subject)
                        .containsExactly("Recife conquista a certificação: Ouro"));

        assertThat(delete("coordinator", id).statusCode()).isEqualTo(204);
        assertThat(delete("coordinator", id).statusCode()).isEqualTo(204);
        assertThat(system.jdbc()
                        .sql("select count(*) from subscriber where id = ? and address is null and name is null")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"address\":\"a@b.example\\r\\nBcc: c@d.example\",\"language\":\"en\"}|/address",
                "{\"address\":\"a@b.example,c@d.example\",\"language\":\"en\"}|/address",
                "{\"address\":\"a@b.example\",\"language\":\"fr\"}|/language",
                "{\"address\":\"a@b.example\",\"language\":\"en\",\"name\":\"A\\nBcc: x\"}|/name",
                "{\"language\":\"en\"}|/address",
                "{\"address\":\"a@b.example\",\"language\":\"en\",\"admin\":true}|/admin"
            })
    void refusesASubscriberThatCannotBeWrittenTo(String bodyAndPointer) {
        String[] parts = bodyAndPointer.split("\\|");

        var answer = put("coordinator", UUID.randomUUID(), parts[0]);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").get(0).get("pointer").asString()).isEqualTo(parts[1]);
    }

    @ParameterizedTest(name = "{0} {1} as {2}: {3}")
    @CsvSource({
        "GET, /api/notices, operator, 200",
        "GET, /api/notices, coordinator, 200",
        "GET, /api/notices, reviewer, 403",
        "GET, /api/notices, city, 403",
        "GET, /api/notices, auditor, 403",
        "GET, /api/notices, , 401",
        "GET, /api/notices/00000000-0000-0000-0000-000000000000, operator, 404",
        "GET, /api/notices/00000000-0000-0000-0000-000000000000, city, 403",
        "GET, /api/notices/x, operator, 400",
        "GET, /api/notices?state=LOST, operator, 400",
        "GET, /api/notices?after=bm90LWEtbnVtYmVy, operator, 400",
        "GET, /api/notices?limit=201, operator, 400",
        "PUT, /api/notices/subscribers/00000000-0000-0000-0000-000000000001, operator, 403",
        "PUT, /api/notices/subscribers/00000000-0000-0000-0000-000000000001, , 401",
        "DELETE, /api/notices/subscribers/00000000-0000-0000-0000-000000000001, operator, 403",
        "POST, /api/notices/00000000-0000-0000-0000-000000000000/attempts, reviewer, 403",
        "POST, /api/notices/00000000-0000-0000-0000-000000000000/attempts, operator, 404",
        "POST, /api/notices/00000000-0000-0000-0000-000000000000/confirmations, reviewer, 403",
        "POST, /api/notices/00000000-0000-0000-0000-000000000000/confirmations, operator, 404",
        "GET, /api/notices/sender, operator, 200",
        "GET, /api/notices/sender, reviewer, 403",
        "POST, /api/notices/sender/resumptions, operator, 409",
        "POST, /api/notices/sender/resumptions, coordinator, 403",
        "POST, /api/notices/sender/resumptions, , 401",
        "POST, /api/notices, coordinator, 403",
        "GET, /elsewhere, coordinator, 403"
    })
    void letsEachRoleDoOnlyWhatItMay(String method, String path, String role, int status) {
        String body = "{\"address\":\"a@b.example\",\"language\":\"en\"}";

        assertThat(send(method, path, role, method.equals("PUT") ? body : "").statusCode())
                .isEqualTo(status);
    }

    private void decide(String to) {
        system.makeKnown(EventFixtures.contact(contact, 1, "Ana", to, "en"));
        system.publish(EventFixtures.opened(caseId, submission));
        system.publish(EventFixtures.released(
                caseId, 2, EventFixtures.decision(submission, "Quito", CertificationLevel.GOLD, 30, contact)));
    }

    private void awaitState(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.state(contact)).isEqualTo(state));
    }

    private static HttpResponse<String> get(String role, String path) {
        return send("GET", path, role, "");
    }

    private static HttpResponse<String> post(String role, String path) {
        return send("POST", path, role, "");
    }

    private static HttpResponse<String> put(String role, UUID subscriber, String body) {
        return send("PUT", "/api/notices/subscribers/" + subscriber, role, body);
    }

    private static HttpResponse<String> delete(String role, UUID subscriber) {
        return send("DELETE", "/api/notices/subscribers/" + subscriber, role, "");
    }

    private static HttpResponse<String> send(String method, String path, String role, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + system.port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (role != null) {
            request.header("Authorization", "Bearer " + TOKENS.of(role, role));
        }
        return Http.send(request.build());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
