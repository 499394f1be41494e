package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citycertification.local.Api;
import org.citycertification.local.LocalPorts;
import org.citycertification.local.RunningSystem;
import org.citycertification.local.Seed;
import org.citycertification.local.TopicWatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** docker-compose.scale.yml: two containers of every service, of which one is killed in mid-flow. */
@Tag("containers")
class ScaleComposeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int CITIES = 6;

    /** Lets this machine in, at ports that Docker chooses. */
    private static final String LET_IN = """
            services:
              intake: { ports: ["127.0.0.1::8100", "127.0.0.1::8101"] }
              scoring: { ports: ["127.0.0.1::8200", "127.0.0.1::8201"] }
              review: { ports: ["127.0.0.1::8300", "127.0.0.1::8301"] }
              notification: { ports: ["127.0.0.1::8400", "127.0.0.1::8401"] }
            """;

    @AutoClose
    private static Compose compose;

    @BeforeAll
    static void start() throws IOException {
        Path letIn = Files.writeString(Path.of("target", "let-in.yml").toAbsolutePath(), LET_IN);
        compose = new Compose(Map.of(), "docker-compose.yml", "docker-compose.scale.yml", letIn.toString());
        compose.up();
    }

    @Test
    void theSurvivorsGoOn() throws InterruptedException {
        Pair intake = pair("intake", 8100);
        Pair scoring = pair("scoring", 8200);
        Pair review = pair("review", 8300);
        Pair notification = pair("notification", 8400);
        var ports = new LocalPorts(
                LocalPorts.wellKnown().platform(),
                9000,
                intake.port(),
                scoring.port(),
                review.port(),
                notification.port());
        RunningSystem known = RunningSystem.inContainers(Map.of());
        var system = new RunningSystem(ports, known.bootstrapServers(), known.registryUrl(), Map.of(), known.mails());
        var api = new Api(ports);
        new Seed(api, ports).run();
        List<InventedCity> cities = InventedCity.known(system, api, 1, CITIES);

        try (var watch = new TopicWatch(system, seen -> {})) {
            Map<InventedCity, UUID> submissions = new LinkedHashMap<>();
            submit(cities.subList(0, 3), intake, submissions);
            intake.killLeader();
            scoring.killOne();
            submit(cities.subList(3, CITIES), intake, submissions);
            List<String> cases = cities.stream()
                    .map(city -> city.caseAt(review.port(), submissions.get(city)))
                    .toList();
            approve(cities, cases, "reviewer-1", review);
            approve(cities.subList(0, 3), cases.subList(0, 3), "reviewer-2", review);
            review.killLeader();
            notification.killLeader();
            approve(cities.subList(3, CITIES), cases.subList(3, CITIES), "reviewer-2", review);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Certifications.cities(watch))
                            .containsExactlyInAnyOrderElementsOf(
                                    cities.stream().map(InventedCity::id).toList()));
            await().atMost(PATIENCE).untilAsserted(() -> {
                List<JsonNode> notices = cities.stream()
                        .flatMap(city -> city.noticesAt(notification.port()).stream())
                        .toList();
                assertThat(notices).hasSize(2 * CITIES);
                MailedOnce.assertEachSentOnce(notices, ComposedMailbox.messageIds());
            });
            Versions.assertInOrder(watch);
        }
    }

    private static Pair pair(String service, int port) {
        return new Pair(member(service, port, 1), member(service, port, 2));
    }

    private static Pair.Member member(String service, int port, int index) {
        String container = Compose.PROJECT + "-" + service + "-" + index;
        return new Pair.Member(
                published(service, port, index),
                published(service, port + 1, index),
                () -> Compose.execute(List.of("docker", "kill", container), Map.of()));
    }

    private static int published(String service, int port, int index) {
        String address = compose.run("port", "--index", String.valueOf(index), service, String.valueOf(port))
                .strip();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static void submit(List<InventedCity> some, Pair intake, Map<InventedCity, UUID> submissions) {
        some.forEach(city -> submissions.put(city, city.submitAt(intake.port(), "cambridge-ma.json", Map.of())));
    }

    private static void approve(List<InventedCity> some, List<String> cases, String reviewer, Pair review) {
        for (int i = 0; i < some.size(); i++) {
            some.get(i).approve(review.port(), cases.get(i), reviewer);
        }
    }
}
