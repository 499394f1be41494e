package org.citycertification.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.citycertification.http.testing.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests about editions, each in a role. */
public final class EditionApi {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final TestTokens TOKENS = TestTokens.create();

    private EditionApi() {}

    /** Makes an instance trust the tokens of these requests. */
    public static String trust() {
        return "--http.security.jwk-set-uri=" + TOKENS.keySet();
    }

    /** The example of a draft under another id. */
    public static String draft(String id) throws IOException {
        return Files.readString(Path.of("../samples/editions/2026-draft.yml")).replace("id: 2026-draft", "id: " + id);
    }

    public static HttpResponse<String> put(ScoringPlatform.Instance instance, String id, String yaml) throws Exception {
        return send(instance, "PUT", "/api/editions/" + id, "coordinator", "application/yaml", yaml);
    }

    public static HttpResponse<String> retire(ScoringPlatform.Instance instance, String id, String reason)
            throws Exception {
        var body = JsonMapper.shared()
                .writeValueAsString(JsonMapper.shared().createObjectNode().put("reason", reason));
        return send(instance, "POST", "/api/editions/" + id + "/retirement", "coordinator", "application/json", body);
    }

    public static HttpResponse<String> get(ScoringPlatform.Instance instance, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(instance.url() + path));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    public static HttpResponse<String> send(
            ScoringPlatform.Instance instance, String method, String path, String role, String type, String body)
            throws Exception {
        var token = role.equals("city") ? TOKENS.ofCity("cambridge", "us-ma-cambridge") : TOKENS.of("anna", role);
        var request = HttpRequest.newBuilder(URI.create(instance.url() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body, UTF_8));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
