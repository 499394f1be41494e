package org.citycertification.scoring.rescore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.scoring.v1.RescoreEvent;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.scoring.v1.SubmissionScored;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.ScoringPlatform;
import org.citycertification.scoring.run.CommandProcess;
import org.citycertification.scoring.run.Ends;
import org.citycertification.scoring.scorecard.messaging.PastSubmissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Re-score runs as processes of their own, on a real broker. */
@Tag("full")
class RescoreCommandTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SUBMISSIONS = 3_000;
    private static final WireFormat WIRE = ScoringPlatform.wire();

    private static List<UUID> submissions;

    @BeforeAll
    static void scoreThePast() {
        try (var scoring = ScoringPlatform.start()) {
            submissions = PastSubmissions.send(SUBMISSIONS);
            var expected = new HashSet<>(submissions);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> firstScores().keySet().containsAll(expected));
        }
    }

    @Test
    void goesOnAfterSigkillAndWritesEachResultOnce() throws IOException {
        var ends = Ends.ofAllBut(Topics.RESCORE);
        String run = killedInTheMiddle();

        try (var again = rescore("--edition", "2022-r1", "--run", run)) {
            assertThat(again.exit()).as(again.output()).isZero();
            assertThat(again.output()).contains("records read (100%)", "Run " + run + " is finished.");
        }

        var first = firstScores();
        assertThat(ofThePast(results(run)))
                .hasSize(SUBMISSIONS)
                .allSatisfy(event -> assertThat(event.getScored()).isEqualTo(first.get(event.getSubmissionId())));
        assertThat(results(run)).extracting(RescoreEvent::getEventId).doesNotHaveDuplicates();
        assertThat(Ends.ofAllBut(Topics.RESCORE)).isEqualTo(ends);

        try (var finished = rescore("--edition", "2022-r1", "--run", run)) {
            assertThat(finished.exit()).as(finished.output()).isZero();
            assertThat(finished.output()).contains("was finished before; nothing is written");
        }
        assertThat(ofThePast(results(run))).hasSize(SUBMISSIONS);
    }

    @Test
    void scoresAListOfSubmissions(@TempDir Path directory) throws IOException {
        var some = submissions.subList(10, 13);
        var file = Files.write(
                directory.resolve("ids.txt"), some.stream().map(UUID::toString).toList());

        try (var listed = rescore("--submissions", file.toString(), "--run", "listed")) {
            assertThat(listed.exit()).as(listed.output()).isZero();
        }

        assertThat(results("listed"))
                .extracting(RescoreEvent::getSubmissionId)
                .containsExactlyInAnyOrderElementsOf(some);

        try (var other = rescore("--edition", "2022-r1", "--run", "listed")) {
            assertThat(other.exit()).isEqualTo(1);
            assertThat(other.output()).contains("Run listed was started with another selection");
        }
    }

    @Test
    void saysWhatIsWrongWithItsArguments(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("ids.txt"), "17\n");
        Map<String[], String> wrong = Map.of(
                new String[] {"--edition", "2022-r1", "--run", "No Name"},
                "'No Name' is not the name of a run",
                new String[] {"--run", "x"},
                "Missing required argument",
                new String[] {"--submissions", file.toString(), "--run", "x"},
                "'17' is not the id of a submission");
        for (var one : wrong.entrySet()) {
            try (var command = rescore(one.getKey())) {
                assertThat(command.exit()).as(command.output()).isEqualTo(2);
                assertThat(command.output()).contains(one.getValue(), "Try: help rescore");
            }
        }
        try (var unknown = rescore("--edition", "1999-r9", "--run", "x")) {
            assertThat(unknown.exit()).isEqualTo(1);
            assertThat(unknown.output()).contains("Edition 1999-r9 is not published; published are [2022-r1");
        }
    }

    /** The name of a run that has written something and not all. One that was faster than the look at it does not count. */
    private static String killedInTheMiddle() throws IOException {
        for (int attempt = 1; attempt <= 5; attempt++) {
            String run = "killed-" + attempt;
            try (var killed = rescore("--edition", "2022-r1", "--run", run)) {
                await().atMost(PATIENCE).until(() -> !results(run).isEmpty());
                killed.kill();
            }
            if (ofThePast(results(run)).size() < SUBMISSIONS) {
                return run;
            }
        }
        throw new AssertionError("Every run was finished before it was killed");
    }

    private static List<RescoreEvent> ofThePast(List<RescoreEvent> results) {
        var past = Set.copyOf(submissions);
        return results.stream()
                .filter(event -> past.contains(event.getSubmissionId()))
                .toList();
    }

    private static CommandProcess rescore(String... options) {
        var arguments = new java.util.ArrayList<>(List.of("rescore"));
        arguments.addAll(List.of(options));
        return CommandProcess.start("128m", arguments.toArray(String[]::new));
    }

    private static List<RescoreEvent> results(String run) {
        return ScoringPlatform.all(Topics.RESCORE).stream()
                .map(record -> WIRE.decode(record.value(), RescoreEvent.class))
                .filter(event -> event.getRunId().equals(run))
                .toList();
    }

    /** What the living service made of them. */
    private static Map<UUID, SubmissionScored> firstScores() {
        Map<UUID, SubmissionScored> scores = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : ScoringPlatform.all(Topics.SCORECARD)) {
            var event = WIRE.decode(record.value(), ScorecardEvent.class);
            if (event.getScored() != null) {
                scores.put(event.getSubmissionId(), event.getScored());
            }
        }
        return scores;
    }
}
