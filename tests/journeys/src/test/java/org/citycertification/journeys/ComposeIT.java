package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citycertification.local.Api;
import org.citycertification.local.Journey;
import org.citycertification.local.Report;
import org.citycertification.local.RunningSystem;
import org.citycertification.local.Seed;
import org.citycertification.local.TopicWatch;
import org.citycertification.pages.testing.BrowserTest;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml as it stands, started and used. */
@Tag("containers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
    private static final List<String> OURS = List.of("demo-identity", "intake", "scoring", "review", "notification");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOT_ROOT = "10001:10001";

    private static Compose compose;

    @BeforeAll
    static void start() {
        compose = new Compose(Map.of(), "docker-compose.yml");
        compose.up();
    }

    @AfterAll
    static void stop() {
        if (compose != null) {
            compose.close();
        }
    }

    @Test
    @Order(1)
    void takesASubmissionToItsCertificationAndItsMails() throws InterruptedException {
        Journey.Outcome outcome = journey();

        assertThat(outcome.certification()).hasValueSatisfying(event -> {
            assertThat(event.getLevel()).isEqualTo(CertificationLevel.GOLD);
            assertThat(event.getKind()).isEqualTo(CertificationKind.NEW);
        });
        assertThat(outcome.mails()).hasSize(2);
    }

    @Test
    @Order(2)
    void keepsItsDataWhenItIsTakenDownAndStartedAgain() throws InterruptedException {
        compose.run("down");
        compose.up();

        assertThat(journey().certification())
                .hasValueSatisfying(event -> assertThat(event.getKind()).isEqualTo(CertificationKind.RECERTIFIED));
    }

    @Test
    @Order(3)
    @BrowserTest
    void reviewersSignInAndApproveInABrowser() {
        RunningSystem system = RunningSystem.inContainers(Map.of());
        InventedCity city = InventedCity.known(system, new Api(system.ports()), "city-07");
        String address = "http://localhost:" + system.ports().review();
        String page = address + "/cases/" + city.caseOf(city.submit("cambridge-ma.json", Map.of()));

        ReviewerInBrowser.signedIn(address, "reviewer-1").overturnAndApprove(page);
        ReviewerInBrowser second = ReviewerInBrowser.signedIn(address, "reviewer-2");
        second.overturnAndApprove(page);

        assertThat(second.url()).endsWith("?done=decided");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(city.notices())
                        .extracting(notice -> notice.path("state").asString())
                        .containsOnly("SENT"));
    }

    @Test
    @Order(4)
    void runAttachesToIt() {
        assertThat(Compose.execute(List.of("./run", "--attach", "--once"), Map.of()))
                .contains("us-ma-cambridge", "RECERTIFIED");
    }

    /** After the journeys, so that there is something to see. */
    @Test
    @Order(5)
    void prometheusSeesTheServicesAndUnderstandsRulesAndDashboard() throws Exception {
        compose.run("--profile", "observability", "up", "--detach", "prometheus");
        var prometheus = new Prometheus();

        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(prometheus.scrapes())
                        .isEqualTo(Map.of("intake", "up", "scoring", "up", "review", "up", "notification", "up")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.rules())
                        .isNotEmpty()
                        .allSatisfy(
                                (alert, health) -> assertThat(health).as(alert).isEqualTo("ok")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.emptyPanels()).isEmpty());
        assertThat(prometheus.raised()).isEmpty();
    }

    @Test
    void ourContainersAreClosedAndLimited() {
        for (String service : OURS) {
            JsonNode container = inspect(service);
            JsonNode host = container.path("HostConfig");

            assertThat(container.path("Config").path("User").asString())
                    .as(service)
                    .isEqualTo(NOT_ROOT);
            assertThat(host.path("ReadonlyRootfs").asBoolean()).as(service).isTrue();
            assertThat(host.path("Memory").asLong()).as(service).isPositive();
            assertThat(host.path("CapDrop").toString()).as(service).contains("ALL");
            assertThat(host.path("SecurityOpt").toString()).as(service).contains("no-new-privileges");
        }
    }

    @Test
    void publishesPortsToThisMachineOnly() {
        List<String> addresses = new ArrayList<>();
        for (String id : compose.run("ps", "--quiet").lines().toList()) {
            inspectId(id)
                    .path("HostConfig")
                    .path("PortBindings")
                    .forEach(bindings -> bindings.forEach(
                            binding -> addresses.add(binding.path("HostIp").asString())));
        }

        assertThat(addresses).hasSizeGreaterThan(10).containsOnly("127.0.0.1");
    }

    @Test
    void theTextOfTheCompositionHoldsNoSecret() throws IOException {
        // The directory's name begins as one of the secrets does.
        String text = compose.run("config").replace("/demo-secrets/", "/");

        try (Stream<Path> secrets = Files.list(SharedSystem.HOME.resolve("ops/demo-secrets"))) {
            for (Path secret :
                    secrets.filter(file -> !file.toString().endsWith(".md")).toList()) {
                String content = Files.readString(secret).strip();
                assertThat(text).as(secret.toString()).doesNotContain(content);
            }
        }
        assertThat(text).contains("/run/secrets");
    }

    @Test
    void anImageSaysWhatItIs() {
        JsonNode labels = inspect("intake").path("Config").path("Labels");

        assertThat(labels.path("org.opencontainers.image.title").asString())
                .isEqualTo("city-certification intake-service");
        assertThat(labels.path("org.opencontainers.image.licenses").asString()).isEqualTo("Apache-2.0");
    }

    private static Journey.Outcome journey() throws InterruptedException {
        RunningSystem system = RunningSystem.inContainers(Map.of());
        var api = new Api(system.ports());
        new Seed(api, system.ports()).run();
        try (var watch = new TopicWatch(system, seen -> {})) {
            return new Journey(system, api, watch, new Report(System.out))
                    .run(SharedSystem.HOME.resolve("samples/cambridge-ma.json"));
        }
    }

    private static JsonNode inspect(String service) {
        return inspectId(compose.run("ps", "--quiet", service).strip());
    }

    private static JsonNode inspectId(String id) {
        String json = Compose.execute(List.of("docker", "inspect", id), Map.of());
        return JsonMapper.builder().build().readTree(json).path(0);
    }
}
