package org.citycertification.scoring.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.citycertification.schemas.Topics;
import org.citycertification.scoring.ScoringPlatform;
import org.citycertification.scoring.run.CommandProcess;
import org.citycertification.scoring.run.Ends;
import org.citycertification.scoring.scorecard.messaging.PastSubmissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What-if over a long past, as a process with little memory. */
@Tag("full")
class WhatIfCommandTests {
    private static final int SUBMISSIONS = 20_000;

    @TempDir
    private Path directory;

    @BeforeAll
    static void publishTheEdition() throws Exception {
        try (var scoring = ScoringPlatform.start()) {
            var ready = HttpRequest.newBuilder(URI.create(scoring.url() + "/api/editions/2022-r1"))
                    .build();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> HttpClient.newHttpClient()
                                    .send(ready, BodyHandlers.discarding())
                                    .statusCode()
                            == 200);
        }
    }

    @AfterAll
    static void leaveNothingToScore() throws Exception {
        ScoringPlatform.empty(Topics.SUBMISSION);
    }

    @Test
    void comparesALongPastInLittleMemoryAndLeavesNoTrace() throws IOException {
        var submissions = PastSubmissions.send(SUBMISSIONS);
        PastSubmissions.sendAgain(submissions.get(0), 2, 43);
        var ends = Ends.ofAllBut("");

        try (var command =
                CommandProcess.start("96m", "what-if", "--draft", draft().toString(), "--out", directory.toString())) {
            assertThat(command.exit()).as(command.output()).isZero();
            assertThat(command.output()).contains("records read (100%)", "report.html");
        }

        var lines = Files.readAllLines(directory.resolve("submissions.csv"));
        assertThat(lines).hasSizeGreaterThan(SUBMISSIONS);
        assertThat(lines)
                .filteredOn(line -> line.startsWith(submissions.get(0).toString()))
                .singleElement()
                .asString()
                .as("only the newest version counts")
                .contains(",2,uy-mo-montevideo,2022-r1,43,43,PLATINUM,");
        var report = JsonMapper.builder().build().readTree(Files.readString(directory.resolve("report.json")));
        assertThat(report.at("/rising").asLong()
                        + report.at("/staying").asLong()
                        + report.at("/falling").asLong())
                .isEqualTo(lines.size() - 1);
        assertThat(report.at("/criteria/0/criterion").asString()).isEqualTo("DM3");
        assertThat(Ends.ofAllBut("")).isEqualTo(ends);
        assertThat(ends).containsKey(Topics.RESCORE + "-0");
    }

    @Test
    void saysWhyADraftIsNotOne() throws IOException {
        var file = Files.writeString(directory.resolve("draft.yml"), "id: 2026-draft\n");

        try (var command = CommandProcess.start("96m", "what-if", "--draft", file.toString())) {
            assertThat(command.exit()).isEqualTo(1);
            assertThat(command.output())
                    .startsWith("The draft is not an edition: draft.yml")
                    .doesNotContain("\tat ");
        }
    }

    /** The shipped edition with one rule tightened. */
    private Path draft() throws IOException {
        var shipped = Files.readString(Path.of("src/main/resources/editions/2022-r1.yml"));
        var tighter = shipped.replace("id: 2022-r1", "id: 2026-draft").replace("required: 4", "required: 5");
        return Files.writeString(directory.resolve("2026-draft.yml"), tighter);
    }
}
