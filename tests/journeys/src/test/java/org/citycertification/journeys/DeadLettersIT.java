package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.citycertification.local.Api;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.TopicWatch;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.junit.jupiter.api.Test;

/** An operator with {@code certify}: a record is repaired and redriven, another given up, and the system goes on. */
class DeadLettersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EDITION = "2026-late";

    private final LocalSystem system = SharedSystem.running();
    private final Api api = new Api(system.ports());
    private final Certify certify = new Certify(system.running());

    @Test
    void repairedOrGivenUpTheyHoldNothingBack() throws IOException, InterruptedException {
        InventedCity city = InventedCity.known(system.running(), api, "city-18");
        UUID submission = sentToAnEditionThatIsNotPublished(city);
        String letter = letterOf("scoring", submission.toString());
        assertThat(status(system.ports().scoring())).isEqualTo("DOWN");

        Certify.Ran early = certify.run("dead-letters", "redrive", letter, "--reason", "too early", "--json");
        assertThat(early.exit()).isEqualTo(5);
        String next = early.json().path(0).path("newLetter").asString();
        assertThat(certify.run("dead-letters", "show", next).out())
                .contains("Edition " + EDITION + " is not published", submission.toString());

        publish();
        Certify.Ran redriven = certify.run("dead-letters", "redrive", next, "--reason", EDITION + " is published");
        assertThat(redriven.exit()).as(redriven.err()).isZero();
        String caseId = city.caseOf(submission);
        assertThat(certify.open("scoring")).isEmpty();
        await().atMost(PATIENCE).until(() -> status(system.ports().scoring()).equals("UP"));

        // Intake never had this submission, so its decision is one more letter, and nothing can repair that.
        city.approve(system.ports().review(), caseId, "reviewer-1");
        city.approve(system.ports().review(), caseId, "reviewer-2");
        String unknown = letterOf("intake", caseId);
        Certify.Ran discarded = certify.run("dead-letters", "discard", unknown, "--reason", "not sent by intake");
        assertThat(discarded.exit()).as(discarded.err()).isZero();
        assertThat(certify.open("intake")).isEmpty();
        await().atMost(PATIENCE).until(() -> status(system.ports().intake()).equals("UP"));
        assertThat(certify.run("dead-letters", "show", unknown).out()).contains("discard by op-7: not sent by intake");
    }

    private UUID sentToAnEditionThatIsNotPublished(InventedCity city) throws InterruptedException {
        try (TopicWatch watch = SharedSystem.watch(system);
                var foreign = new ForeignSubmissions(system)) {
            UUID own = city.submit("cambridge-ma.json", Map.of());
            SubmissionEvent sent = await().atMost(PATIENCE)
                    .until(
                            () -> watch.find(
                                    SubmissionEvent.class,
                                    event -> event.getSubmissionId().equals(own)),
                            found -> found.isPresent())
                    .orElseThrow();
            return foreign.sendAnother(sent, sent, EDITION);
        }
    }

    private String letterOf(String service, String key) {
        return await().atMost(PATIENCE)
                .until(
                        () -> certify.open(service).stream()
                                .filter(letter -> letter.path("key").asString().equals(key))
                                .toList(),
                        found -> found.size() == 1)
                .get(0)
                .path("id")
                .asString();
    }

    private void publish() throws IOException {
        String file = Files.readString(SharedSystem.HOME.resolve("samples/editions/2026-draft.yml"))
                .replace("2026-draft", EDITION);
        api.put(
                        system.ports().scoring(),
                        "/api/editions/" + EDITION,
                        "coordinator",
                        file,
                        Map.of("Content-Type", "application/yaml"))
                .orThrow();
    }

    private static String status(int port) {
        return Management.health(port + 1).path("status").asString();
    }
}
