package org.citycertification.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts the demonstration's cities and one announcement address in, through the same API as anybody; repeating it changes nothing. */
public final class Seed {
    private static final String SUBSCRIBER = "/api/notices/subscribers/6d1c3c0e-54a5-4b5e-9d0a-0c5b6d0f1b01";
    private static final String ANNOUNCEMENTS = """
            {"address": "announcements@press.example", "language": "en", "name": "Press list (invented)"}""";

    private final Api api;
    private final LocalPorts ports;

    public Seed(Api api, LocalPorts ports) {
        this.api = api;
        this.ports = ports;
    }

    /** All cities of {@code cities.json}, and the announcement address. */
    public void run() {
        for (JsonNode city : cities().path("cities")) {
            var record = (ObjectNode) city.deepCopy();
            String id = record.remove("id").asString();
            api.put(ports.intake(), "/api/cities/" + id, "coordinator", record.toString(), Map.of())
                    .orThrow();
        }
        api.put(ports.notification(), SUBSCRIBER, "coordinator", ANNOUNCEMENTS, Map.of())
                .orThrow();
    }

    private static JsonNode cities() {
        try (InputStream in = Objects.requireNonNull(
                Seed.class.getResourceAsStream("/cities.json"), "cities.json is part of this module")) {
            return JsonMapper.builder().build().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
