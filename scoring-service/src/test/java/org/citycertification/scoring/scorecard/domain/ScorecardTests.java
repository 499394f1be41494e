package org.citycertification.scoring.scorecard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.edition.EditionFixtures.editionOf;
import static org.citycertification.scoring.edition.EditionFixtures.shipped;
import static org.citycertification.scoring.scorecard.AssessmentFixtures.claiming;
import static org.citycertification.scoring.scorecard.AssessmentFixtures.document;
import static org.citycertification.scoring.scorecard.AssessmentFixtures.meeting;
import static org.citycertification.scoring.scorecard.AssessmentFixtures.notClaiming;

import java.util.List;
import java.util.Set;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.edition.domain.EvidenceRule;
import org.citycertification.scoring.scorecard.domain.Shortfall.ChecklistShort;
import org.citycertification.scoring.scorecard.domain.Shortfall.EvidenceMissing;
import org.citycertification.scoring.scorecard.domain.Shortfall.NotAnswered;
import org.citycertification.scoring.scorecard.domain.Shortfall.NotClaimed;
import org.citycertification.scoring.scorecard.domain.Shortfall.PrerequisiteUnmet;
import org.junit.jupiter.api.Test;

class ScorecardTests {

    private static final CriterionCode TT1 = new CriterionCode("TT1");
    private static final CriterionCode TT2 = new CriterionCode("TT2");
    private static final CriterionCode TT3 = new CriterionCode("TT3");
    private static final Edition ONE = editionOf(criterion("TT1"));
    private static final Edition SHIPPED = shipped();

    @Test
    void countsEachMetCriterionOnce() {
        for (int met = 0; met <= 43; met++) {
            var scorecard = Scorecard.of(SHIPPED, meeting(met, SHIPPED));

            assertThat(scorecard.score()).isEqualTo(new Score(met, 0, met, 43));
            assertThat(scorecard.provisionalLevel())
                    .isEqualTo(SHIPPED.thresholds().levelFor(met, 43));
        }
    }

    @Test
    void isMetWithJustEnoughItemsAndEvidence() {
        var result = onlyResult(claiming("TT1", Set.of("c", "a"), document("https://city.example/1")));

        assertThat(result.outcome()).isEqualTo(Outcome.MET);
        assertThat(result.rule()).hasToString("TT1.all");
        assertThat(result.inputs().ticked()).hasToString("[TT1.a, TT1.c]");
    }

    @Test
    void saysWhichItemsAreMissing() {
        var result = onlyResult(claiming("TT1", Set.of("b"), document("https://city.example/1")));

        assertThat(result.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(result.rule()).hasToString("TT1.checklist");
        assertThat(result.shortfalls())
                .containsExactly(new ChecklistShort(
                        TT1, 1, 2, List.of(new ChecklistItemId("TT1.a"), new ChecklistItemId("TT1.c")), List.of()));
    }

    @Test
    void doesNotCountEvidenceThatNobodyCanReadOrOfAnotherKind() {
        var result = onlyResult(claiming(
                "TT1",
                Set.of("a", "b"),
                document(""),
                document("  "),
                new Evidence(new EvidenceKind("minutes"), "https://city.example/1")));

        assertThat(result.rule()).hasToString("TT1.evidence.document");
        assertThat(result.shortfalls())
                .containsExactly(new EvidenceMissing(TT1, new EvidenceKind("document"), 0, 1, 0, null));
        assertThat(result.inputs().evidence()).isEmpty();
    }

    @Test
    void countsTheSameAddressOnce() {
        var two = List.of(new EvidenceRule(new EvidenceKind("document"), 2, "Both."));
        var edition = editionOf(criterion("TT1", 1, two));
        var once = document("https://city.example/1");

        var repeated = Scorecard.of(edition, Assessment.of(List.of(claiming("TT1", Set.of("a"), once, once))));
        var different = Scorecard.of(
                edition,
                Assessment.of(List.of(claiming("TT1", Set.of("a"), once, document("https://city.example/2")))));

        assertThat(repeated.result(TT1).orElseThrow().shortfalls())
                .containsExactly(new EvidenceMissing(TT1, new EvidenceKind("document"), 1, 2, 0, null));
        assertThat(different.score().met()).isEqualTo(1);
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        var result = onlyResult(claiming("TT1", Set.of()));

        assertThat(result.rule()).hasToString("TT1.checklist");
        assertThat(result.shortfalls())
                .extracting(shortfall -> shortfall.rule().value())
                .containsExactly("TT1.checklist", "TT1.evidence.document");
    }

    @Test
    void takesACityAtItsWordWhenItDoesNotClaim() {
        var answer = new Answer(
                TT1, false, claiming("TT1", Set.of("a", "b")).ticked(), List.of(document("https://city.example/1")));

        var result = onlyResult(answer);

        assertThat(result.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(result.shortfalls()).containsExactly(new NotClaimed(TT1));
    }

    @Test
    void keepsUnansweredApartFromUnmet() {
        var edition = editionOf(criterion("TT1"), criterion("TT2"), criterion("TT3"));
        var assessment = Assessment.of(List.of(meeting(criterion("TT1")), notClaiming("TT2")));

        var scorecard = Scorecard.of(edition, assessment);

        assertThat(scorecard.score()).isEqualTo(new Score(1, 1, 2, 3));
        assertThat(scorecard.result(TT3).orElseThrow().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(scorecard.result(TT3).orElseThrow().shortfalls()).containsExactly(new NotAnswered(TT3));
    }

    @Test
    void blocksWhatHasAnUnmetPrerequisite() {
        var edition = editionOf(criterion("TT1"), criterion("TT2", "TT1"), criterion("TT3", "TT2"));
        var answers = List.of(notClaiming("TT1"), meeting(criterion("TT2")), meeting(criterion("TT3")));

        var scorecard = Scorecard.of(edition, Assessment.of(answers));

        assertThat(scorecard.score()).isEqualTo(new Score(0, 0, 0, 3));
        assertThat(scorecard.result(TT2).orElseThrow().outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(scorecard.result(TT2).orElseThrow().rule()).hasToString("TT2.prerequisite.TT1");
        assertThat(scorecard.result(TT3).orElseThrow().shortfalls())
                .containsExactly(new PrerequisiteUnmet(TT3, TT2, List.of(TT1)));
    }

    @Test
    void countsWhatAnUnansweredPrerequisiteHoldsBackAsAttainable() {
        var edition = editionOf(criterion("TT1"), criterion("TT2", "TT1"), criterion("TT3", "TT2"));
        var answers = List.of(meeting(criterion("TT2")), notClaiming("TT3"));

        var scorecard = Scorecard.of(edition, Assessment.of(answers));

        assertThat(scorecard.score()).isEqualTo(new Score(0, 1, 2, 3));
    }

    @Test
    void refusesAnswersThatTheEditionDoesNotAskFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scorecard.of(ONE, Assessment.of(List.of(notClaiming("TT2")))))
                .withMessage("TT2: not a criterion of edition test-r1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assessment.of(List.of(notClaiming("TT1"), notClaiming("TT1"))))
                .withMessage("TT1: answered twice");
    }

    @Test
    void settlesWhatIsNotClaimedOrNotAnsweredByTheClaim() {
        assertThat(onlyResult(notClaiming("TT1")).rule()).hasToString("TT1.claim");
        assertThat(Scorecard.of(ONE, Assessment.of(List.of()))
                        .result(TT1)
                        .orElseThrow()
                        .rule())
                .hasToString("TT1.claim");
    }

    @Test
    void countsEachKindOfEvidenceByItself() {
        var document = new EvidenceKind("document");
        var minutes = new EvidenceKind("minutes");
        var edition = editionOf(criterion(
                "TT1", 1, List.of(new EvidenceRule(document, 1, "It."), new EvidenceRule(minutes, 1, "It."))));

        var scorecard = Scorecard.of(
                edition, Assessment.of(List.of(claiming("TT1", Set.of("a"), document("https://city.example/1")))));

        assertThat(scorecard.result(TT1).orElseThrow().shortfalls())
                .containsExactly(new EvidenceMissing(TT1, minutes, 0, 1, 0, null));
    }

    @Test
    void hasNoResultForAnotherEditionsCriterion() {
        assertThat(Scorecard.of(ONE, Assessment.of(List.of())).result(TT2)).isEmpty();
    }

    private static CriterionResult onlyResult(Answer answer) {
        return Scorecard.of(ONE, Assessment.of(List.of(answer))).result(TT1).orElseThrow();
    }
}
