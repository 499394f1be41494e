package org.citycertification.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citycertification.http.testing.TestTokens;
import org.citycertification.schemas.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two instances of the service: a coordinator checks and publishes, cities check themselves. */
@Tag("adapters")
class EditionLifeKafkaTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TestTokens TOKENS = TestTokens.create();

    private static ScoringPlatform.Instance one;
    private static ScoringPlatform.Instance other;

    @BeforeAll
    static void start() {
        var keys = "--http.security.jwk-set-uri=" + TOKENS.keySet();
        one = ScoringPlatform.start(keys);
        other = ScoringPlatform.start(keys);
        for (var instance : List.of(one, other)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    get(instance, "/api/editions/2022-r1", "en").statusCode())
                            .isEqualTo(200));
        }
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void isPublishedOnceAndFollowedByTheOtherInstanceWithoutARestart() throws Exception {
        var selfCheck = sample();
        var before = send(one, "POST", "/api/self-check", "city", "application/json", selfCheck)
                .body();

        var first = put(one, "life-1", draft("life-1"));
        var again = put(other, "life-1", "# laid out otherwise\n" + draft("life-1"));
        var conflict = put(other, "life-1", draft("life-1").replace("percent: 51", "percent: 52"));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).contains("/api/editions/life-1");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(conflict.statusCode()).isEqualTo(409);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                get(other, "/api/editions/life-1", "en").statusCode())
                        .isEqualTo(200));
        assertThat(records("life-1")).isEqualTo(1);
        assertThat(send(one, "POST", "/api/self-check", "city", "application/json", selfCheck)
                        .body())
                .isEqualTo(before);
    }

    @Test
    void isPublishedOnceByTwoInstancesAtTheSameMoment() throws Exception {
        var people = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> here = () -> put(one, "life-2", draft("life-2")).statusCode();
            Callable<Integer> there =
                    () -> put(other, "life-2", draft("life-2")).statusCode();
            var statuses = people.invokeAll(List.of(here, there, here, there)).stream()
                    .map(EditionLifeKafkaTests::get)
                    .toList();

            assertThat(statuses).isSubsetOf(200, 201, 503).contains(201);
            assertThat(records("life-2")).isEqualTo(1);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void namesEveryFaultOfAFileThatCannotBePublished() throws Exception {
        var bad = draft("life-3").replace("percent: 68", "percent: 50").replace("[EVAL2]", "[EVAL9]");

        var refused = put(one, "life-3", bad);
        var checked = send(one, "POST", "/api/editions/check", "coordinator", "application/yaml", bad);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/thresholds/1");
        assertThat(json(checked).at("/sound").asBoolean()).isFalse();
        assertThat(json(checked).at("/problems").size()).isEqualTo(2);
        assertThat(json(checked).at("/problems/1/line").asInt()).isPositive();
        assertThat(put(one, "life-4", draft("life-3")).statusCode()).isEqualTo(422);
        assertThat(records("life-3")).isZero();
    }

    @Test
    void tellsWhatADraftWouldChange() throws Exception {
        var checked =
                send(one, "POST", "/api/editions/check?against=2022-r1", "coordinator", "application/yaml", draft("x"));

        assertThat(json(checked).at("/sound").asBoolean()).isTrue();
        assertThat(json(checked).at("/differences/0/place").asString()).isEqualTo("DM2.required");
    }

    @Test
    void isForCoordinatorsAlone() throws Exception {
        for (var role : List.of("city", "reviewer", "auditor")) {
            assertThat(send(one, "PUT", "/api/editions/life-5", role, "application/yaml", draft("life-5"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(send(one, "POST", "/api/editions/check", role, "application/yaml", "a")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void explainsASelfCheckInTheLanguageAskedFor() throws Exception {
        var answer = send(one, "POST", "/api/self-check", "city", "application/json", sample(), "es-UY,es;q=0.9");
        var explanation = json(answer);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(explanation.at("/language").asString()).isEqualTo("es");
        assertThat(explanation.at("/summary").asString()).startsWith("Se cumplen 33 de 43 criterios");
        assertThat(explanation.at("/provisionalLevel").asString()).isEqualTo("GOLD");
        var points = 0;
        for (var result : explanation.at("/results")) {
            points += result.at("/points").asInt();
        }
        assertThat(points).isEqualTo(33);
        assertThat(explanation.at("/results/0/title").asString()).startsWith("Implementación");
    }

    @Test
    void refusesASelfCheckThatIntakeWouldRefuse() throws Exception {
        var bad = """
            {"editionId": "2022-r1", "answers": [
              {"criterion": "DM99", "met": true}, {"criterion": "DM1"},
              {"criterion": "DM2", "met": true, "checklist": ["DM1.a"],
               "evidence": [{"kind": "Policy!", "link": "ftp://x", "date": "2026-02-30"}]}]}\
            """;

        var refused = send(one, "POST", "/api/self-check", "city", "application/json", bad);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors").findValuesAsString("code"))
                .containsExactlyInAnyOrder(
                        "unknown-criterion",
                        "required",
                        "unknown-checklist-item",
                        "not-a-kind",
                        "not-a-web-address",
                        "not-a-date");
        var unknown = send(
                one, "POST", "/api/self-check", "city", "application/json", "{\"editionId\": \"no\", \"answers\": []}");
        assertThat(json(unknown).at("/errors/0/code").asString()).isEqualTo("unknown-edition");
    }

    private static String draft(String id) throws Exception {
        return Files.readString(Path.of("../samples/editions/2026-draft.yml")).replace("id: 2026-draft", "id: " + id);
    }

    private static String sample() throws Exception {
        var file = JSON.readTree(Files.readString(Path.of("../samples/cambridge-ma.json")));
        return file.at("/assessment").toString();
    }

    private static long records(String edition) {
        return ScoringPlatform.all(Topics.EDITION).stream()
                .filter(record -> ScoringPlatform.key(record).equals(edition))
                .count();
    }

    private static HttpResponse<String> put(ScoringPlatform.Instance instance, String id, String yaml)
            throws Exception {
        return send(instance, "PUT", "/api/editions/" + id, "coordinator", "application/yaml", yaml);
    }

    private static HttpResponse<String> send(
            ScoringPlatform.Instance instance, String method, String path, String role, String type, String body)
            throws Exception {
        return send(instance, method, path, role, type, body, "en");
    }

    private static HttpResponse<String> send(
            ScoringPlatform.Instance instance,
            String method,
            String path,
            String role,
            String type,
            String body,
            String language)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(instance.url() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(role))
                .header("Content-Type", type)
                .header("Accept-Language", language)
                .method(method, BodyPublishers.ofString(body, UTF_8));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(ScoringPlatform.Instance instance, String path, String language)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(instance.url() + path)).header("Accept-Language", language);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(String role) {
        return role.equals("city") ? TOKENS.ofCity("cambridge", "us-ma-cambridge") : TOKENS.of("anna", role);
    }
}
