package org.citycertification.scoring.edition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.citycertification.scoring.edition.domain.CriteriaRules.Outline;
import org.junit.jupiter.api.Test;

class CriteriaRulesTests {

    @Test
    void findsNothingWrongWithAChainOfPrerequisites() {
        assertThat(violations(outline("TT1"), outline("TT2", "TT1"), outline("TT3", "TT1", "TT2")))
                .isEmpty();
    }

    @Test
    void namesThePrerequisiteThatClosesTheCircle() {
        assertThat(violations(outline("TT1"), outline("TT2", "TT1", "TT3"), outline("TT3", "TT2")))
                .containsExactly(new Violation(
                        "TT2.prerequisites[1]",
                        "TT2: the criterion is its own prerequisite in the end: TT2 needs TT3 needs TT2"));
    }

    @Test
    void namesACriterionThatNeedsItself() {
        assertThat(violations(outline("TT1", "TT1")))
                .containsExactly(new Violation(
                        "TT1.prerequisites[0]",
                        "TT1: the criterion is its own prerequisite in the end: TT1 needs TT1"));
    }

    @Test
    void findsEveryViolationAtOnce() {
        assertThat(violations(outline("TT1", "TT8"), outline("TT1"), outline("TT2", "TT9")))
                .extracting(Violation::message)
                .containsExactly(
                        "criterion TT1 appears twice",
                        "TT1: prerequisite TT8 is not a criterion of the edition",
                        "TT2: prerequisite TT9 is not a criterion of the edition");
    }

    @Test
    void takesThreeHundredCriteriaAndOutcomesTogetherAndNoMore() {
        var most = outlines(200);
        var outcomes = Placed.in(
                "outcomes",
                IntStream.range(200, 301).mapToObj(CriteriaRulesTests::code).toList());

        assertThat(CriteriaRules.violations(most, outcomes.subList(0, 100))).isEmpty();
        assertThat(CriteriaRules.violations(most, outcomes))
                .containsExactly(new Violation("areas", "an edition has at most 300 criteria, but here are 301"));
    }

    private static List<Violation> violations(Outline... outlines) {
        return CriteriaRules.violations(List.of(outlines), List.of());
    }

    private static Outline outline(String code, String... prerequisites) {
        return new Outline(
                new Placed<>(code, new CriterionCode(code)),
                Placed.in(
                        code + ".prerequisites",
                        List.of(prerequisites).stream().map(CriterionCode::new).toList()));
    }

    private static List<Outline> outlines(int count) {
        return IntStream.range(0, count).mapToObj(i -> outline(code(i).value())).toList();
    }

    private static CriterionCode code(int number) {
        return new CriterionCode("T" + "ABCD".charAt(number / 90) + (1 + number % 90));
    }
}
