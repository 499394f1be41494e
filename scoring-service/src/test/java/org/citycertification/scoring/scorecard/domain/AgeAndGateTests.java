package org.citycertification.scoring.scorecard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.scorecard.AssessmentFixtures.claiming;
import static org.citycertification.scoring.scorecard.AssessmentFixtures.meeting;
import static org.citycertification.scoring.scorecard.AssessmentFixtures.notClaiming;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.citycertification.scoring.edition.EditionFixtures;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.edition.domain.Checklist;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.edition.domain.EvidenceRule;
import org.citycertification.scoring.edition.domain.OutcomeGate;
import org.citycertification.scoring.scorecard.domain.Shortfall.ChecklistShort;
import org.citycertification.scoring.scorecard.domain.Shortfall.EvidenceMissing;
import org.citycertification.scoring.scorecard.domain.Shortfall.Unproven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeAndGateTests {

    private static final CriterionCode TT1 = new CriterionCode("TT1");
    private static final EvidenceKind DOCUMENT = new EvidenceKind("document");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Edition AGED =
            EditionFixtures.editionOf(criterion("TT1", 1, List.of(new EvidenceRule(DOCUMENT, 1, "It.", 24))));

    @ParameterizedTest(name = "dated {0}: {1}")
    @CsvSource(textBlock = """
        2024-06-29, NOT_MET
        2024-06-30, MET
        2026-06-30, MET
        2026-07-01, NOT_MET
        ,           NOT_MET\
        """)
    void countsEvidenceOfTheMonthsBeforeTheDay(LocalDate date, Outcome expected) {
        assertThat(result(AGED, "a", date).outcome()).isEqualTo(expected);
    }

    @Test
    void saysFromWhichDayOnEvidenceCounts() {
        assertThat(result(AGED, "a", LocalDate.of(2020, 1, 1)).shortfalls())
                .containsExactly(new EvidenceMissing(TT1, DOCUMENT, 0, 1, 1, LocalDate.of(2024, 6, 30)));
    }

    @Test
    void takesTheYoungerOfTheSameAddress() {
        var old = piece(LocalDate.of(2020, 1, 1));
        var young = piece(LocalDate.of(2026, 1, 1));
        var undated = piece(null);

        for (var order : List.of(List.of(old, young, undated), List.of(undated, young, old))) {
            var answer = claiming("TT1", Set.of("a"), order.toArray(Evidence[]::new));
            var result = Scorecard.of(AGED, Assessment.of(List.of(answer), DAY)).result(TT1);
            assertThat(result.orElseThrow().inputs().evidence()).containsExactly(young);
        }
    }

    @Test
    void doesNotCountATickWithoutYoungEvidence() {
        var items = List.of(
                new ChecklistItem(new ChecklistItemId("TT1.a"), "Lately.", 12),
                new ChecklistItem(new ChecklistItemId("TT1.b"), "Ever."));
        var edition = EditionFixtures.editionOf(new Criterion(
                TT1, "T", "D", new Checklist(2, items), List.of(new EvidenceRule(DOCUMENT, 1, "It.")), List.of()));

        assertThat(result(edition, "ab", LocalDate.of(2025, 6, 30)).outcome()).isEqualTo(Outcome.MET);
        assertThat(result(edition, "ab", LocalDate.of(2025, 6, 29)).shortfalls())
                .containsExactly(new ChecklistShort(
                        TT1,
                        1,
                        2,
                        List.of(),
                        List.of(new Unproven(new ChecklistItemId("TT1.a"), LocalDate.of(2025, 6, 30)))));
    }

    @Test
    void needsADayOnlyWhereARuleAsksForIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scorecard.of(AGED, Assessment.of(List.of())))
                .withMessageContaining("a day to measure it on is needed");
        assertThat(Scorecard.of(AGED, Assessment.of(List.of(), DAY)).asOf()).isEqualTo(DAY);
        var ageless = EditionFixtures.editionOf(criterion("TT1"));
        assertThat(Scorecard.of(ageless, Assessment.of(List.of(), DAY)).asOf()).isNull();
    }

    @Test
    void givesNoLevelWhileTheGateIsClosed() {
        var gated = EditionFixtures.withGate(
                new OutcomeGate(1, List.of(criterion("OUT1"), criterion("OUT2"))), criterion("TT1"));

        var closed = score(gated, meeting(criterion("TT1")), notClaiming("OUT1"), notClaiming("OUT2"));
        var unknown = score(gated, meeting(criterion("TT1")), notClaiming("OUT1"));
        var open = score(gated, meeting(criterion("TT1")), notClaiming("OUT1"), meeting(criterion("OUT2")));

        assertThat(closed.score()).isEqualTo(new Score(1, 0, 1, 1));
        assertThat(closed.provisionalLevel()).isEmpty();
        assertThat(closed.attainableLevel()).isEmpty();
        assertThat(unknown.provisionalLevel()).isEmpty();
        assertThat(unknown.attainableLevel()).contains(CertificationLevel.PLATINUM);
        assertThat(open.provisionalLevel()).contains(CertificationLevel.PLATINUM);
        assertThat(open.gate().orElseThrow().met()).isEqualTo(1);
        assertThat(open.result(new CriterionCode("OUT2")).orElseThrow().outcome())
                .isEqualTo(Outcome.MET);
    }

    private static Scorecard score(Edition edition, Answer... answers) {
        return Scorecard.of(edition, Assessment.of(Arrays.asList(answers)));
    }

    private static CriterionResult result(Edition edition, String ticked, LocalDate date) {
        var answer = claiming("TT1", Set.of(ticked.split("")), piece(date));
        return Scorecard.of(edition, Assessment.of(List.of(answer), DAY))
                .result(TT1)
                .orElseThrow();
    }

    private static Evidence piece(LocalDate date) {
        return new Evidence(DOCUMENT, "https://city.example/1", date);
    }
}
