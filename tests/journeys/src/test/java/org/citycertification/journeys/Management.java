package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.citycertification.local.LocalPorts;
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

    /** Every service is up, and nothing waits to be published, to be applied or to be resolved. */
    static void assertAllWell(LocalPorts ports) {
        assertThat(List.of(ports.intake(), ports.scoring(), ports.review(), ports.notification()))
                .allSatisfy(port -> {
                    JsonNode health = health(port + 1);
                    assertThat(health.path("status").asString())
                            .as(health.toString())
                            .isEqualTo("UP");
                    assertThat(metrics(port + 1))
                            .filteredOn(line -> line.matches("messaging_(parked_rows|dead_letters_open|outbox_rows).*"))
                            .isNotEmpty()
                            .allSatisfy(line -> assertThat(line).endsWith(" 0.0"));
                });
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
