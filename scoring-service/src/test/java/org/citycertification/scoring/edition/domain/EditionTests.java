package org.citycertification.scoring.edition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.edition.EditionFixtures.editionOf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.citycertification.scoring.edition.EditionFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionTests {

    private static final Thresholds SHIPPED = EditionFixtures.shipped().thresholds();

    @ParameterizedTest(name = "{0} of 43 met gives {1}")
    @CsvSource(textBlock = """
        21,
        22, SILVER
        29, SILVER
        30, GOLD
        36, GOLD
        37, PLATINUM
        43, PLATINUM\
        """)
    void reachesTheLevelOfTheEdition(int met, CertificationLevel expected) {
        assertThat(SHIPPED.levelFor(met, 43).orElse(null)).isEqualTo(expected);
    }

    @Test
    void countsEveryNumberOfCriteriaFromNoneToAll() {
        for (int met = 0; met <= 43; met++) {
            var expected = met < 22 ? null : CertificationLevel.values()[met < 30 ? 0 : met < 37 ? 1 : 2];
            assertThat(SHIPPED.levelFor(met, 43).orElse(null))
                    .as("%d of 43", met)
                    .isEqualTo(expected);
        }
    }

    @Test
    void reachesAThresholdThatIsHitExactly() {
        assertThat(SHIPPED.levelFor(51, 100)).contains(CertificationLevel.SILVER);
        assertThat(SHIPPED.levelFor(50, 100)).isEmpty();
        assertThat(SHIPPED.levelFor(1_700_000_000, 2_000_000_000)).contains(CertificationLevel.PLATINUM);
    }

    @ParameterizedTest(name = "30 of 45 with {0} gives {1}")
    @CsvSource(textBlock = """
        EXACT,   SILVER
        FLOOR,   SILVER
        NEAREST, GOLD
        CEILING, GOLD\
        """)
    void roundsAsTheEditionSays(Rounding rounding, CertificationLevel expected) {
        var edition = EditionFixtures.of45Criteria(rounding);

        assertThat(edition.criteria()).hasSize(45);
        assertThat(edition.thresholds().levelFor(30, 45)).contains(expected);
    }

    @Test
    void roundsLikeExactNumbersDo() {
        for (int met = 0; met <= 45; met++) {
            var share = new BigDecimal(100 * met).divide(new BigDecimal(45), 20, RoundingMode.HALF_UP);
            for (int percent = 1; percent <= 100; percent++) {
                var whole = new BigDecimal(percent);
                assertThat(Rounding.FLOOR.reaches(percent, met, 45))
                        .isEqualTo(share.setScale(0, RoundingMode.FLOOR).compareTo(whole) >= 0);
                assertThat(Rounding.NEAREST.reaches(percent, met, 45))
                        .isEqualTo(share.setScale(0, RoundingMode.HALF_UP).compareTo(whole) >= 0);
                assertThat(Rounding.CEILING.reaches(percent, met, 45))
                        .isEqualTo(share.setScale(0, RoundingMode.CEILING).compareTo(whole) >= 0);
            }
        }
    }

    @Test
    void roundsAHalfUp() {
        assertThat(Rounding.NEAREST.reaches(51, 101, 200)).as("50.5 percent").isTrue();
        assertThat(Rounding.NEAREST.reaches(51, 100, 200)).as("50 percent").isFalse();
    }

    @Test
    void refusesThresholdsOutOfOrder() {
        var silver = new Threshold(CertificationLevel.SILVER, 51);
        var gold = new Threshold(CertificationLevel.GOLD, 51);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thresholds(List.of(silver, gold)))
                .withMessageContaining("SILVER at 51 percent comes before GOLD at 51");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thresholds(List.of(new Threshold(CertificationLevel.GOLD, 50), silver)))
                .withMessageContaining("out of order");
    }

    @Test
    void refusesACriterionThatAppearsTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> editionOf(criterion("TT1"), criterion("TT1")))
                .withMessageContaining("criterion TT1 appears twice");
    }

    @Test
    void refusesACriterionOfAnotherArea() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> editionOf(criterion("XX1")))
                .withMessageContaining("XX1")
                .withMessageContaining("area TT");
    }

    @Test
    void refusesAPrerequisiteThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> editionOf(criterion("TT1", "TT9")))
                .withMessageContaining("TT1: prerequisite TT9");
    }

    @Test
    void refusesACircleOfPrerequisites() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> editionOf(criterion("TT1", "TT3"), criterion("TT2", "TT1"), criterion("TT3", "TT2")))
                .withMessageContaining("TT1")
                .withMessageContaining("its own prerequisite");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void refusesAChecklistThatCannotBeSatisfiedOrFailed(int required) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> criterion("TT1", required, List.of()))
                .withMessageContaining("needs " + required + " of 3");
    }

    @Test
    void writesTheSameRulesWhateverTheOrderOfWhatHasNone() {
        var one = editionOf(criterion("TT1"), criterion("TT2"), criterion("TT3", "TT1", "TT2"));
        var other = editionOf(criterion("TT1"), criterion("TT2"), criterion("TT3", "TT2", "TT1"));

        assertThat(CanonicalRules.of(one))
                .isEqualTo(CanonicalRules.of(other))
                .contains("\"prerequisites\":[\"TT1\",\"TT2\"]");
    }

    @Test
    void writesRulesAsMinimalJsonWithSortedNames() {
        var edition = EditionFixtures.edition(
                "test-r1",
                new PracticeArea(
                        new AreaCode("TT"),
                        "A \"quoted\" \\ name\nin two lines, añadida",
                        List.of(criterion("TT1", 1, List.of()))));

        assertThat(CanonicalRules.of(edition))
                .startsWith("{\"areas\":[{\"code\":\"TT\",\"criteria\":[{\"checklist\":[{\"id\":\"TT1.a\",\"text\":")
                .contains("\"name\":\"A \\\"quoted\\\" \\\\ name\\u000ain two lines, añadida\"")
                .endsWith("\"thresholds\":[{\"level\":\"SILVER\",\"percent\":51},{\"level\":\"GOLD\",\"percent\":68},"
                        + "{\"level\":\"PLATINUM\",\"percent\":85}]}")
                .doesNotContain("validityMonths");
    }
}
