package org.citycertification.scoring.edition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.citycertification.scoring.edition.domain.WholeEdition.aged;
import static org.citycertification.scoring.edition.domain.WholeEdition.area;
import static org.citycertification.scoring.edition.domain.WholeEdition.criterion;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no edition may be, with the nearest one that may. */
class EditionRulesTests {

    @Test
    void refusesAnEditionWithoutAreasAndAnAreaWithoutCriteria() {
        refused(whole -> whole.areas = List.of()).withMessage("the edition has no areas");
        assertThatIllegalArgumentException().isThrownBy(() -> area("TT")).withMessage("area TT has no criteria");
    }

    @Test
    void refusesAnAreaThatAppearsTwice() {
        refused(whole -> whole.areas = List.of(area("TT", criterion("TT1")), area("TT", criterion("TT2"))))
                .withMessage("area TT appears twice");
    }

    @Test
    void refusesALanguageThatAppearsTwice() {
        refused(whole -> whole.translations = List.of(WholeEdition.spanish("a"), WholeEdition.spanish("b")))
                .withMessage("language ES appears twice");
    }

    @Test
    void refusesAValidityBelowOneMonth() {
        refused(whole -> whole.validityMonths = 0).withMessage("the validity in months must be 1 or more, but was 0");
        assertThatNoException().isThrownBy(() -> WholeEdition.with(whole -> whole.validityMonths = 1));
    }

    @Test
    void refusesAnOutcomeWithTheCodeOfACriterion() {
        refused(whole -> whole.gate = new OutcomeGate(1, List.of(criterion("TT1"))))
                .withMessage("criterion TT1 appears twice");
    }

    @Test
    void findsCriteriaAndOutcomesByTheirCode() {
        var edition = WholeEdition.asItIs();

        assertThat(edition.criterion(new CriterionCode("TT1"))).contains(criterion("TT1"));
        assertThat(edition.criterion(new CriterionCode("OUT1"))).contains(criterion("OUT1"));
        assertThat(edition.criterion(new CriterionCode("TT9"))).isEmpty();
    }

    @Test
    void looksAtAgeWhereAnItemOrEvidenceDoes() {
        assertThat(aged("TT1", 12, null).looksAtAge()).isTrue();
        assertThat(aged("TT1", null, 24).looksAtAge()).isTrue();
        assertThat(aged("TT1", null, null).looksAtAge()).isFalse();
    }

    @Test
    void refusesThresholdsThatAreNoneOrNameALevelTwice() {
        refused(whole -> whole.thresholds = List.of()).withMessage("at least one threshold is needed");
        refused(whole -> whole.thresholds =
                        List.of(new Threshold(CertificationLevel.GOLD, 60), new Threshold(CertificationLevel.GOLD, 70)))
                .withMessage("thresholds are out of order: GOLD at 60 percent comes before GOLD at 70");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void refusesAPercentageThatNoCityOrEveryCityReaches(int percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold(CertificationLevel.GOLD, percent))
                .withMessage("threshold of GOLD must be 1 to 100 percent but was " + percent);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void takesThePercentagesAtTheEnds(int percent) {
        assertThat(new Threshold(CertificationLevel.GOLD, percent).percent()).isEqualTo(percent);
    }

    @Test
    void refusesANegativePopulationAndCountriesOfAnotherForm() {
        assertThat(new Eligibility(0, Set.of()).minimumPopulation()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Eligibility(-1, Set.of("US")))
                .withMessage("the population must be 0 or more, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Eligibility(0, Set.of("usa")))
                .withMessage("a country is two capital letters, but was 'usa'");
    }

    @Test
    void namesThePlaceOfEachCountryThatIsWrong() {
        var countries = Placed.in("countries", List.of("US", "us", "US"));

        assertThat(EditionRules.countries(countries))
                .containsExactly(
                        new Violation("countries[1]", "a country is two capital letters, but was 'us'"),
                        new Violation("countries[2]", "country US appears twice"));
    }

    @Test
    void refusesAGateThatCannotBeOpenedOrClosed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutcomeGate(2, List.of(criterion("OUT1"))))
                .withMessage("the outcome gate needs 2 of 1 outcomes; it must be 1 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutcomeGate(0, List.of(criterion("OUT1"))))
                .withMessageContaining("needs 0 of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutcomeGate(1, List.of(criterion("OUT1", "TT1"))))
                .withMessage("an outcome has no prerequisites");
    }

    @Test
    void refusesAChecklistItemThatAppearsTwice() {
        var item = new ChecklistItem(new ChecklistItemId("TT1.a"), "It.");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Checklist(1, List.of(item, item)))
                .withMessage("checklist item TT1.a appears twice");
    }

    @Test
    void refusesPartsOfACriterionThatDoNotFit() {
        var good = criterion("TT1");
        var item = new Checklist(1, List.of(new ChecklistItem(new ChecklistItemId("TT11.a"), "It.")));

        refusedCriterion(item, List.of(), List.of()).withMessage("checklist item TT11.a does not begin with TT1.");
        refusedCriterion(
                        good.checklist(),
                        List.of(good.evidence().get(0), good.evidence().get(0)),
                        List.of())
                .withMessage("evidence kind document appears twice");
        refusedCriterion(good.checklist(), List.of(), List.of(new CriterionCode("TT2"), new CriterionCode("TT2")))
                .withMessage("prerequisite TT2 appears twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_201})
    void refusesAnAgeOfEvidenceOutOfBounds(int months) {
        assertThat(EvidenceRule.isPossibleAge(months)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aged("TT1", months, 24))
                .withMessage("the age of evidence is limited to 1 to 1200 months");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aged("TT1", 12, months))
                .withMessage(EvidenceRule.POSSIBLE_AGES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_200})
    void takesTheAgesAtTheEnds(int months) {
        assertThat(EvidenceRule.isPossibleAge(months)).isTrue();
        assertThat(aged("TT1", months, months).looksAtAge()).isTrue();
    }

    @Test
    void refusesEvidenceThatIsRequiredLessThanOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvidenceRule(WholeEdition.DOCUMENT, 0, "It."))
                .withMessage("evidence of kind document must be required at least once");
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> refused(Consumer<WholeEdition> change) {
        return assertThatIllegalArgumentException().isThrownBy(() -> WholeEdition.with(change));
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> refusedCriterion(
            Checklist checklist, List<EvidenceRule> evidence, List<CriterionCode> prerequisites) {
        return assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Criterion(new CriterionCode("TT1"), "T", "D", checklist, evidence, prerequisites));
    }
}
