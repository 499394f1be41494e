package org.citycertification.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a process of a service tells on its management port. */
final class Management {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Management() {}

    /** The lines of a scrape, without their comments. */
    static Stream<String> metrics(int port) {
        return get(port, "/actuator/prometheus").lines().filter(line -> !line.startsWith("#"));
    }

    /** Health with all its parts, whatever it is. */
    static JsonNode health(int port) {
        return JSON.readTree(get(port, "/actuator/health"));
    }

    private static String get(int port, String path) {
        try {
            URI uri = URI.create("http://localhost:" + port + path);
            return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
