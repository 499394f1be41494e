package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.citycertification.local.Api;
import org.citycertification.local.Journey;
import org.citycertification.local.RunningSystem;
import org.citycertification.pages.testing.BrowserTest;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** docker-compose.yml as it stands, used. */
@Tag("containers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT extends ComposedContainers {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Of a process that a SIGTERM has ended. */
    private static final int ENDED_AS_TOLD = 143;

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
        compose.run("stop");
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(exitCode(service))
                        .as("%s has ended by itself, and was not killed", service)
                        .isEqualTo(ENDED_AS_TOLD));
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
        compose.run("--profile", "observability", "up", "--detach", "--wait", "prometheus");
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
        // Rules are evaluated before the first scrape, too.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.raised()).isEmpty());
    }

    /** After everything else, what is said of each container too: not even its name is there any more. */
    @Test
    @Order(Integer.MAX_VALUE)
    void anAlertIsRaisedForAServiceOfWhichNoContainerIsLeft() {
        var prometheus = new Prometheus();

        compose.run("rm", "--stop", "--force", "scoring");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.raised())
                        .singleElement()
                        .asString()
                        .contains("ServiceAway", "scoring"));
    }

    private static int exitCode(String service) {
        return compose.inspect(service).path("State").path("ExitCode").asInt();
    }

    private static Journey.Outcome journey() throws InterruptedException {
        return SampleJourney.through(RunningSystem.inContainers(Map.of()));
    }
}
