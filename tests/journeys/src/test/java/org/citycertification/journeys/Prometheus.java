package org.citycertification.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Prometheus that docker-compose.yml starts, asked as an operator or Grafana asks it. */
final class Prometheus {
    private static final Path DASHBOARD = SharedSystem.HOME.resolve("ops/grafana/dashboards/city-certification.json");
    private static final String API = "http://localhost:9090/api/v1/";
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();

    /** What became of the last scrape of each service: {@code up}, or why it failed. */
    Map<String, String> scrapes() throws IOException, InterruptedException {
        return ask("targets")
                .path("activeTargets")
                .valueStream()
                .collect(Collectors.toMap(
                        target -> target.path("labels").path("service").asString(),
                        target -> target.path("lastError").asString().isEmpty()
                                ? target.path("health").asString()
                                : target.path("lastError").asString(),
                        (one, another) -> one.equals(another) ? one : one + ", " + another));
    }

    /** Whether each alert's rule could be evaluated: {@code ok}, or why not. */
    Map<String, String> rules() throws IOException, InterruptedException {
        return ask("rules")
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .collect(Collectors.toMap(
                        rule -> rule.path("name").asString(),
                        rule -> rule.path("health").asString()
                                + rule.path("lastError").asString()));
    }

    /** The alerts that fire, or will if what raised them lasts. */
    List<String> raised() throws IOException, InterruptedException {
        return ask("alerts")
                .path("alerts")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }

    /** The dashboard's queries that find nothing. */
    List<String> emptyPanels() throws IOException, InterruptedException {
        List<String> queries = JSON.readTree(Files.readString(DASHBOARD)).findValuesAsString("expr");
        if (queries.isEmpty()) {
            throw new IllegalStateException(DASHBOARD + " asks nothing");
        }
        List<String> empty = new ArrayList<>();
        for (String query : queries) {
            if (ask("query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                    .path("result")
                    .isEmpty()) {
                empty.add(query);
            }
        }
        return empty;
    }

    /** @throws IOException also while it is not ready to answer */
    private JsonNode ask(String what) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(API + what)).timeout(LIMIT).build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(what + " was answered by " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body()).path("data");
    }
}
