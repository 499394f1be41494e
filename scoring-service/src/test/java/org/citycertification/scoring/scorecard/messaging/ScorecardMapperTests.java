package org.citycertification.scoring.scorecard.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.edition.EditionFixtures.editionOf;
import static org.citycertification.scoring.edition.EditionFixtures.shipped;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import org.citycertification.schemas.intake.v1.SubmissionReceived;
import org.citycertification.schemas.scoring.v1.CriterionOutcome;
import org.citycertification.schemas.scoring.v1.CriterionResult;
import org.citycertification.schemas.scoring.v1.GapKind;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.scorecard.domain.Scorecard;
import org.junit.jupiter.api.Test;

class ScorecardMapperTests {

    private static final UUID SUBMISSION = UUID.fromString("7d3d8b5e-52a8-4f0f-8f43-6b1b0e6b7a01");

    @Test
    void carriesWhatReviewNeeds() {
        var received = SubmissionEventFixtures.sample("cambridge-ma.json");

        var event = event(4, received, shipped());
        var scored = event.getScored();

        assertThat(event.getSubmissionId()).isEqualTo(SUBMISSION);
        assertThat(event.getVersion()).isEqualTo(4);
        assertThat(event.getOccurredAt()).isEqualTo(SubmissionEventFixtures.RECEIVED_AT);
        assertThat(scored.getReceivedAt()).isEqualTo(SubmissionEventFixtures.RECEIVED_AT);
        assertThat(scored.getCity()).isEqualTo(received.getCity());
        assertThat(scored.getContactIds()).isEqualTo(received.getContactIds());
        assertThat(scored.getEditionHash()).hasSize(64);
        assertThat(scored.getMet()).isEqualTo(33);
        assertThat(scored.getNotAnswered()).isEqualTo(1);
        assertThat(scored.getOutOf()).isEqualTo(43);
        assertThat(scored.getProvisionalLevel()).isEqualTo(CertificationLevel.GOLD);
        assertThat(scored.getThresholds()).hasSize(3);
        assertThat(scored.getResults()).hasSize(43);
    }

    @Test
    void explainsInWords() {
        var event = event(1, SubmissionEventFixtures.sample("cambridge-ma.json"), shipped());

        assertThat(gapOf(event, "DM3"))
                .startsWith("Ticked are 3 of the 4 checklist items that are needed; 1 more of these would do: "
                        + "A named office settles")
                .contains(" / Requests are logged");
        assertThat(gapOf(event, "DM6"))
                .isEqualTo("Evidence of the kind 'policy' is missing, 0 of 1 given: The security policy in force; "
                        + "passages that would help an attacker may be blacked out.");
        assertThat(gapOf(event, "PA4")).isEqualTo("The city has not answered this criterion.");
        assertThat(gapOf(event, "DM7")).isEqualTo("The city does not claim to meet this criterion.");
        assertThat(result(event, "PA4").getClaimed()).isNull();
        assertThat(result(event, "PA4").getOutcome()).isEqualTo(CriterionOutcome.NOT_ANSWERED);
        assertThat(result(event, "DM3").getRule()).isEqualTo("DM3.checklist");
        assertThat(result(event, "DM3").getEvidence()).hasSize(2).isSorted();
        assertThat(result(event, "DM1").getGaps()).isEmpty();
    }

    @Test
    void namesThePrerequisiteThatBlocks() {
        var edition = editionOf(criterion("TT1"), criterion("TT2", "TT1"));
        var two = SubmissionEventFixtures.meeting(2, edition).getAnswers().get(1);

        var event = event(1, SubmissionEventFixtures.received("test-r1", List.of(two)), edition);

        assertThat(result(event, "TT2").getOutcome()).isEqualTo(CriterionOutcome.BLOCKED);
        assertThat(result(event, "TT2").getGaps()).singleElement().satisfies(gap -> {
            assertThat(gap.getKind()).isEqualTo(GapKind.PREREQUISITE_UNMET);
            assertThat(gap.getItems()).containsExactly("TT1");
            assertThat(gap.getText()).isEqualTo("TT1 (Title of TT1) has to be met first.");
        });
        assertThat(event.getScored().getProvisionalLevel()).isNull();
    }

    @Test
    void namesTheEventByWhatItIsMadeFrom() {
        var received = SubmissionEventFixtures.meeting(1, shipped());
        var other = editionOf(criterion("TT1"));

        Set<UUID> ids = new HashSet<>();
        ids.add(event(1, received, shipped()).getEventId());
        ids.add(event(2, received, shipped()).getEventId());
        ids.add(event(1, SubmissionEventFixtures.meeting(1, other), other).getEventId());

        assertThat(ids).hasSize(3).contains(event(1, received, shipped()).getEventId());
    }

    @Test
    void givesTheSameBytesInAThousandOrdersLocalesAndZones() throws Exception {
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        var received = SubmissionEventFixtures.sample("montevideo-uy.json");
        var expected = ScorecardBytes.of(received);
        var random = new Random(43);
        try {
            for (int run = 0; run < 1000; run++) {
                Locale.setDefault(Locale.forLanguageTag(
                        List.of("tr-TR", "ar-EG", "hi-IN", "es-UY").get(run % 4)));
                TimeZone.setDefault(TimeZone.getTimeZone(List.of("Pacific/Kiritimati", "UTC", "America/Montevideo")
                        .get(run % 3)));

                assertThat(ScorecardBytes.of(ScorecardBytes.shuffled(received, random)))
                        .isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void givesTheSameBytesInProcessesOfOtherLocalesAndZones() throws Exception {
        var turkish = hashIn("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Kiritimati");
        var arabic = hashIn(
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.timezone=America/Montevideo",
                "-Dfile.encoding=ISO-8859-1");

        assertThat(turkish).matches("[0-9a-f]{64}").isEqualTo(arabic);
    }

    private static String hashIn(String... options) throws Exception {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ScorecardBytes.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().reduce((first, last) -> last).orElseThrow();
    }

    private static ScorecardEvent event(long version, SubmissionReceived received, Edition edition) {
        var scorecard =
                Scorecard.of(edition, AssessmentMapper.toAssessment(received, SubmissionEventFixtures.RECEIVED_AT));
        var submission = SubmissionEventFixtures.event(SUBMISSION, version, received);
        return ScorecardMapper.toEvent(submission, received, PublishedEdition.of(edition), scorecard);
    }

    private static CriterionResult result(ScorecardEvent event, String criterion) {
        return event.getScored().getResults().stream()
                .filter(result -> result.getCriterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static String gapOf(ScorecardEvent event, String criterion) {
        return result(event, criterion).getGaps().get(0).getText();
    }
}
