package org.citycertification.http.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.citycertification.http.testing.TestTokens;
import org.citycertification.platform.Ports;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The test application on a real Tomcat, started once for all tests of the JVM. */
final class RunningThings {

    static final RunningThings SHARED = start();
    private static final JsonMapper JSON = new JsonMapper();

    final TestTokens tokens;
    final int port;
    final int managementPort;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningThings(TestTokens tokens, int port, int managementPort) {
        this.tokens = tokens;
        this.port = port;
        this.managementPort = managementPort;
    }

    private static RunningThings start() {
        TestTokens tokens = TestTokens.create();
        List<Integer> ports = Ports.reserve(2);
        run(
                "--server.port=" + ports.get(0),
                "--management.server.port=" + ports.get(1),
                "--http.security.jwk-set-uri=" + tokens.keySet());
        return new RunningThings(tokens, ports.get(0), ports.get(1));
    }

    static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(ThingApplication.class)
                .properties(
                        "spring.config.name=none",
                        "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
                .run(arguments);
    }

    Reply get(String path, String token) {
        return send(request(path, token).GET());
    }

    Reply post(String path, String token, String body) {
        return send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path, String token) {
        return at(port, path).header("Authorization", "Bearer " + token);
    }

    static HttpRequest.Builder at(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** An answer, with shortcuts into its JSON. */
    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text(String pointer) {
            return json().at(pointer).asString("");
        }

        /** Status and kind, such as {@code "400 unknown-field"}; fails unless the answer is a whole problem document. */
        String problem() {
            if (!header("Content-Type").startsWith("application/problem+json")) {
                throw new AssertionError(
                        "Not a problem but " + header("Content-Type") + ": " + status() + " " + body());
            }
            JsonNode document = json();
            if (document.path("status").asInt(0) != status()
                    || document.path("title").asString("").isEmpty()
                    || document.path("detail").asString("").isEmpty()
                    || !document.path("instance")
                            .asString("")
                            .equals(response.uri().getRawPath())) {
                throw new AssertionError("Not a whole problem: " + body());
            }
            return status() + " " + document.path("type").asString("").replace("urn:certification:problem:", "");
        }
    }
}
