package org.citycertification.scoring.edition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.scoring.edition.domain.EditionDifferences.Kind.ADDED;
import static org.citycertification.scoring.edition.domain.EditionDifferences.Kind.CHANGED;
import static org.citycertification.scoring.edition.domain.EditionDifferences.Kind.REMOVED;
import static org.citycertification.scoring.edition.domain.WholeEdition.aged;
import static org.citycertification.scoring.edition.domain.WholeEdition.area;
import static org.citycertification.scoring.edition.domain.WholeEdition.criterion;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.citycertification.scoring.edition.domain.EditionDifferences.Difference;
import org.citycertification.scoring.edition.domain.EditionDifferences.Kind;
import org.junit.jupiter.api.Test;

class EditionDifferencesTests {

    @Test
    void areNoneBetweenAnEditionAndItself() {
        assertThat(EditionDifferences.between(WholeEdition.asItIs(), WholeEdition.asItIs()))
                .isEmpty();
    }

    @Test
    void nameEveryLevelWhosePercentageMovedOrThatIsNew() {
        assertThat(whenNewer(whole -> whole.thresholds = List.of(
                        new Threshold(CertificationLevel.GOLD, 70), new Threshold(CertificationLevel.PLATINUM, 85))))
                .containsExactly(
                        rule(CHANGED, "thresholds.GOLD", "68 percent", "70 percent"),
                        rule(ADDED, "thresholds.PLATINUM", "", "85 percent"));
    }

    @Test
    void nameTheRulesThatHoldForTheWholeEdition() {
        assertThat(whenNewer(whole -> {
                    whole.rounding = Rounding.FLOOR;
                    whole.eligibility = new Eligibility(20_000, Set.of("UY", "BR"));
                    whole.validityMonths = 36;
                    whole.validFrom = LocalDate.of(2028, 7, 1);
                }))
                .containsExactly(
                        rule(CHANGED, "rounding", "NEAREST", "FLOOR"),
                        rule(CHANGED, "eligibility.minimumPopulation", "30000", "20000"),
                        rule(CHANGED, "eligibility.countries", "US UY", "BR UY"),
                        rule(CHANGED, "validityMonths", "24", "36"),
                        rule(CHANGED, "validFrom", "2027-01-01", "2028-07-01"));
    }

    @Test
    void tellOfAPartThatIsGone() {
        assertThat(whenNewer(whole -> {
                    whole.validityMonths = null;
                    whole.validFrom = null;
                    whole.gate = null;
                }))
                .containsExactly(
                        rule(REMOVED, "validityMonths", "24", ""),
                        rule(REMOVED, "validFrom", "2027-01-01", ""),
                        rule(REMOVED, "outcomeGate.required", "1", ""),
                        rule(REMOVED, "OUT1", "criterion", ""));
    }

    @Test
    void nameACriterionThatCameWithoutEachOfItsParts() {
        assertThat(whenNewer(whole -> whole.areas = List.of(area("TT", criterion("TT1"), criterion("TT2", "TT1")))))
                .containsExactly(rule(ADDED, "TT2", "", "criterion"));
    }

    @Test
    void nameThePartsOfACriterionThatStays() {
        var older = WholeEdition.with(
                whole -> whole.areas = List.of(area("TT", criterion("TT1"), criterion("TT2"), criterion("TT3"))));
        var newer = WholeEdition.with(whole -> whole.areas =
                List.of(area("TT", criterion("TT1"), criterion("TT2"), aged("TT3", null, 6, "TT2", "TT1"))));

        assertThat(EditionDifferences.between(older, newer))
                .containsExactly(
                        rule(CHANGED, "TT3.a", "item, not older than 12 months", "item"),
                        rule(
                                CHANGED,
                                "TT3.evidence.document",
                                "1, not older than 24 months",
                                "1, not older than 6 months"),
                        rule(ADDED, "TT3.prerequisites", "", "TT1 TT2"));
    }

    @Test
    void nameAnotherNumberOfItemsThatAreNeeded() {
        var stricter = new Criterion(
                new CriterionCode("TT1"),
                "Title TT1",
                "Description TT1",
                new Checklist(2, criterion("TT1").checklist().items()),
                criterion("TT1").evidence(),
                List.of());

        assertThat(whenNewer(whole -> whole.areas = List.of(area("TT", stricter))))
                .containsExactly(rule(CHANGED, "TT1.required", "1", "2"));
    }

    @Test
    void putWordsAfterRulesAndMarkThem() {
        assertThat(whenNewer(whole -> {
                    whole.name = "Renamed";
                    whole.validityMonths = 36;
                    whole.translations = List.of(WholeEdition.spanish("Otra"));
                }))
                .containsExactly(
                        rule(CHANGED, "validityMonths", "24", "36"),
                        new Difference(CHANGED, "name.en", "Whole", "Renamed", true),
                        new Difference(CHANGED, "name.es", "Entera", "Otra", true));
    }

    @Test
    void areNoChangeOfWordsWhereOnlyOneEditionHasTheText() {
        assertThat(whenNewer(whole -> whole.recognition = null)).isEmpty();
    }

    private static List<Difference> whenNewer(Consumer<WholeEdition> change) {
        return EditionDifferences.between(WholeEdition.asItIs(), WholeEdition.with(change));
    }

    private static Difference rule(Kind kind, String place, String before, String after) {
        return new Difference(kind, place, before, after, false);
    }
}
