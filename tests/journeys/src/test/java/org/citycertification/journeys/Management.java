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

/** What a process of a service tells on its management port, the one after its API's. */
final class Management {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Management() {}

    /** The lines of a scrape, without their comments. */
    static Stream<String> metrics(int apiPort) {
        return get(apiPort, "/actuator/prometheus").lines().filter(line -> !line.startsWith("#"));
    }

    /** Health with all its parts, whatever it is. */
    static JsonNode health(int apiPort) {
        return JSON.readTree(get(apiPort, "/actuator/health"));
    }

    private static String get(int apiPort, String path) {
        try {
            URI uri = URI.create("http://localhost:" + (apiPort + 1) + path);
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
