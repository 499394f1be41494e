package org.citycertification.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the services as their users do: over HTTP, with a bearer token of the account. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_A_SUCCESS = 300;
    /** Half of the ten minutes for which the demo's identity provider lets one be used. */
    private static final Duration TOKEN_AGE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final LocalPorts ports;

    public Api(LocalPorts ports) {
        this.ports = ports;
    }

    /** What came back. */
    public record Answer(
            int status, @Nullable String location, @Nullable String etag, String text, JsonNode body) {
        /** This answer, or an exception that says what the service refused. */
        public Answer orThrow() {
            if (status >= NOT_A_SUCCESS) {
                throw new IllegalStateException("The service answered " + status + ": " + text);
            }
            return this;
        }
    }

    /** A GET as the account. */
    public Answer get(int port, String path, String account) {
        return send(request(port, path, account).GET());
    }

    /** A PUT as the account, of JSON unless a header names another type. */
    public Answer put(int port, String path, String account, String body, Map<String, String> headers) {
        return send(with(headers, request(port, path, account)).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A POST of JSON as the account. */
    public Answer post(int port, String path, String account, String body, Map<String, String> headers) {
        return send(with(headers, request(port, path, account)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder with(Map<String, String> headers, HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        return request;
    }

    private HttpRequest.Builder request(int port, String path, String account) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(account))
                .header("Content-Type", "application/json");
    }

    /** An access token of the account's machine client. */
    public String token(String account) {
        return tokens.compute(account, (same, known) -> known == null || known.isOld() ? freshToken(account) : known)
                .value();
    }

    private record Token(String value, long fetchedNanos) {
        boolean isOld() {
            return System.nanoTime() - fetchedNanos > TOKEN_AGE.toNanos();
        }
    }

    private Token freshToken(String account) {
        long now = System.nanoTime();
        byte[] credentials = (account + "-client:demo-secret").getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + ports.identity() + "/oauth2/token"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
        return new Token(send(request).orThrow().body().path("access_token").asString(), now);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            JsonNode body = text.startsWith("{") || text.startsWith("[") ? json.readTree(text) : json.nullNode();
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(null),
                    response.headers().firstValue("ETag").orElse(null),
                    text,
                    body);
        } catch (IOException e) {
            throw new IllegalStateException("No answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }
}
