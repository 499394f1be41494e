package org.citycertification.scoring.whatif.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.edition.EditionFixtures.editionOf;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.scorecard.AssessmentFixtures;
import org.citycertification.scoring.whatif.WhatIfReport;
import org.citycertification.scoring.whatif.domain.Effect;
import org.citycertification.scoring.whatif.domain.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReportFilesTests {
    private static final UUID SUBMISSION = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final Edition BEFORE = editionOf(criterion("TT1"), criterion("TT2"), criterion("TT3"));
    private static final Edition DRAFT = editionOf(criterion("TT1"), criterion("TT2", 3, List.of()));

    @TempDir
    private Path directory;

    @Test
    void writesTheTallyAsJson() throws IOException {
        write(Locale.ENGLISH);

        var json = JsonMapper.builder().build().readTree(Files.readString(directory.resolve("report.json")));
        assertThat(json.at("/submissions").asInt()).isEqualTo(1);
        assertThat(json.at("/falling").asInt()).isEqualTo(1);
        assertThat(json.at("/moves/0/from").asString()).isEqualTo("PLATINUM");
        assertThat(json.at("/moves/0/to").asString()).isEqualTo("NONE");
        assertThat(json.at("/criteria/0/levelChanges").asInt()).isEqualTo(1);
        assertThat(json.at("/leftOut").asInt()).isEqualTo(2);
    }

    @Test
    void writesALineForEachSubmission() throws IOException {
        write(Locale.ENGLISH);

        assertThat(Files.readAllLines(directory.resolve("submissions.csv")))
                .containsExactly(
                        "submission,version,city,edition,metBefore,outOfBefore,levelBefore,metAfter,outOfAfter,"
                                + "levelAfter,change,gained,lost",
                        SUBMISSION + ",3,uy-mo-montevideo,test-r1,3,3,PLATINUM,1,2,NONE,FALLS,,TT2 TT3");
    }

    @ParameterizedTest
    @CsvSource({"en,Level falls", "es,Bajan de nivel", "pt,Descem de nível"})
    void writesThePageInEachLanguage(String language, String words) throws IOException {
        write(Locale.forLanguageTag(language));

        var page = Files.readString(directory.resolve("report.html"));
        assertThat(page)
                .contains("<html lang=\"" + language + "\"", words, "Title of TT2")
                .contains("&lt;b&gt;broken&lt;/b&gt;")
                .doesNotContain("<b>broken", "??", " th:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt"})
    void hasTheSameMessagesAndPlaceholdersInEachLanguage(String language) throws IOException {
        var english = messages("report.properties");
        var other = messages("report_" + language + ".properties");

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(other.getProperty(key).contains("{0}"))
                        .as(key)
                        .isEqualTo(english.getProperty(key).contains("{0}")));
    }

    private static Properties messages(String file) throws IOException {
        var messages = new Properties();
        messages.load(new StringReader(Files.readString(Path.of("src/main/resources/what-if", file))));
        return messages;
    }

    private void write(Locale language) {
        var effect = Effect.of(BEFORE, DRAFT, AssessmentFixtures.meeting(3, BEFORE));
        var row = new WhatIfReport.Row(SUBMISSION, 3, "uy-mo-montevideo", new EditionId("test-r1"), effect);
        var report = new WhatIfReport(
                PublishedEdition.of(DRAFT), Tally.of(List.of(effect)), List.of(row), 2, List.of("<b>broken</b>"));
        new ReportFiles(directory, language).write(report);
    }
}
