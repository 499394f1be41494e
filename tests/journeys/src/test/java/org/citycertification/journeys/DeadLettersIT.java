package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.citycertification.local.Api;
import org.citycertification.local.LocalPorts;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.TopicWatch;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.junit.jupiter.api.Test;

/** An operator with {@code certify}: a record is repaired and redriven, another given up, and the system goes on. */
class DeadLettersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String EDITION = "2026-late";
    /** Those that have a database. */
    private static final Set<String> GATED = Set.of("review", "intake", "notification");

    private static final String RULES = "scoring-service/src/main/resources/editions/2022-r1.yml";

    private final LocalSystem system = SharedSystem.running();
    private final Api api = new Api(system.ports());
    private final Certify certify = new Certify(system.running());
    private final Letters letters = new Letters(certify);

    @Test
    void repairedOrGivenUpTheyHoldNothingBack() throws IOException, InterruptedException {
        InventedCity city = InventedCity.known(system.running(), api, "city-18");
        UUID submission = sentToAnEditionThatIsNotPublished(city);
        String letter = letters.of("scoring", submission.toString());
        await().atMost(PATIENCE).until(() -> status(system.ports().scoring()).equals("DOWN"));

        Certify.Ran early = certify.run("dead-letters", "redrive", letter, "--reason", "too early", "--json");
        assertThat(early.exit()).isEqualTo(5);
        String next = early.json().path(0).path("newLetter").asString();
        assertThat(certify.run("dead-letters", "show", next).out())
                .contains("Edition " + EDITION + " is not published", submission.toString());

        publish();
        Certify.Ran redriven = certify.run("dead-letters", "redrive", next, "--reason", EDITION + " is published");
        assertThat(redriven.exit()).as(redriven.out() + redriven.err()).isZero();
        String caseId = city.caseOf(submission);
        assertThat(certify.open("scoring")).isEmpty();
        await().atMost(PATIENCE).until(() -> status(system.ports().scoring()).equals("UP"));

        // Intake never had this submission, so its decision is one more letter, and nothing can repair that.
        city.approve(system.ports().review(), caseId, "reviewer-1");
        city.approve(system.ports().review(), caseId, "reviewer-2");
        String unknown = letters.of("intake", caseId);
        await().atMost(PATIENCE)
                .until(() -> events(caseId).stream()
                        .anyMatch(event -> event.decision().isPresent()));
        discardUntilAllAreClosed(caseId);
        assertThat(certify.run("dead-letters", "show", unknown).out()).contains("discard by op-7: not sent by intake");
        await().atMost(PATIENCE).until(() -> status(system.ports().intake()).equals("UP"));
    }

    /** Scoring's redrive is the story above: an operator publishes what was missing. */
    @Test
    void everyServiceTriesAgainOrGoesOnWithout() throws Exception {
        UUID unscored = UUID.randomUUID();
        UUID discarded = UUID.randomUUID();
        UUID redriven = UUID.randomUUID();
        try (var late = new LateSchemas(system.running())) {
            SubmissionEvent own = received(InventedCity.known(system.running(), api, "city-17"));
            // Under a key that is not the event's no reader takes them, and none is harmed later.
            late.send(Topics.SUBMISSION, unscored, ForgedEvents.another(own, UUID.randomUUID()));
            late.send(Topics.SCORECARD, discarded, ForgedEvents.notScored(UUID.randomUUID(), 1));
            late.send(Topics.CASE, discarded, ForgedEvents.opened(UUID.randomUUID(), 1, own));
            late.sendEarly(Topics.SCORECARD, redriven, ForgedEvents.notScored(redriven, 1));
            late.sendEarly(Topics.CASE, redriven, ForgedEvents.opened(redriven, 1, own));
            for (UUID key : List.of(discarded, redriven)) {
                late.send(Topics.SCORECARD, key, ForgedEvents.notScored(key, 2));
                late.send(Topics.CASE, key, ForgedEvents.opened(key, 2, own));
            }
            String ofScoring = letters.of("scoring", unscored.toString());

            assertThat(letters.resolve("discard", List.of(ofScoring))).containsExactly("no effect");
            assertThat(letters.resolve("discard", List.of(ofScoring), "--record-version", "1"))
                    .containsExactly("discarded");
            assertThat(letters.resolve("discard", letters.of(GATED, discarded.toString())))
                    .containsOnly("discarded");
            List<String> repaired = letters.of(GATED, redriven.toString());
            late.deploy();
            assertThat(letters.resolve("redrive", repaired)).containsOnly("applied");
        }

        // It is while anything is refused or waits behind what was.
        LocalPorts ports = system.ports();
        for (int port : List.of(ports.intake(), ports.scoring(), ports.review(), ports.notification())) {
            await().atMost(PATIENCE).until(() -> status(port).equals("UP"));
        }
        assertThat(WrittenRecord.all(system.running(), Topics.SCORECARD::equals))
                .filteredOn(record -> record.key().equals(unscored.toString()))
                .singleElement()
                .satisfies(record -> assertThat(record.text("notScored")).contains("left out", "sent wrongly"));
    }

    /** What waited behind a letter that is given up is tried then, and is refused for the same reason. */
    private void discardUntilAllAreClosed(String caseId) {
        await().atMost(PATIENCE).until(() -> {
            certify.open("intake")
                    .forEach(letter -> certify.run(
                            "dead-letters", "discard", letter.path("id").asString(), "--reason", "not sent by intake"));
            return certify.open("intake").isEmpty()
                    && certify.all("intake").stream()
                                    .filter(letter ->
                                            letter.path("key").asString().equals(caseId))
                                    .count()
                            == events(caseId).size();
        });
    }

    private List<WrittenRecord> events(String caseId) {
        return WrittenRecord.all(system.running(), Topics.CASE::equals).stream()
                .filter(record -> record.key().equals(caseId))
                .toList();
    }

    private UUID sentToAnEditionThatIsNotPublished(InventedCity city) throws InterruptedException {
        SubmissionEvent sent = received(city);
        try (var foreign = new ForeignSubmissions(system)) {
            return foreign.sendAnother(sent, sent, EDITION);
        }
    }

    /** A submission of the city, as intake has written it. */
    private SubmissionEvent received(InventedCity city) throws InterruptedException {
        try (TopicWatch watch = SharedSystem.watch(system)) {
            UUID own = city.submit("cambridge-ma.json", Map.of());
            return await().atMost(PATIENCE)
                    .until(
                            () -> watch.find(
                                    SubmissionEvent.class,
                                    event -> event.getSubmissionId().equals(own)),
                            found -> found.isPresent())
                    .orElseThrow();
        }
    }

    private void publish() throws IOException {
        String file = Files.readString(SharedSystem.HOME.resolve(RULES)).replace("2022-r1", EDITION);
        api.put(
                        system.ports().scoring(),
                        "/api/editions/" + EDITION,
                        "coordinator",
                        file,
                        Map.of("Content-Type", "application/yaml"))
                .orThrow();
        // Published is not yet followed: scoring reads its editions from the topic.
        await().atMost(PATIENCE)
                .until(() -> api.get(system.ports().scoring(), "/api/editions/" + EDITION, "operator")
                                .status()
                        == 200);
    }

    private static String status(int port) {
        return Management.health(port + 1).path("status").asString();
    }
}
