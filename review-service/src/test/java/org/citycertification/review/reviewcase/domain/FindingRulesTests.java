package org.citycertification.review.reviewcase.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.met;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.notMet;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingRulesTests {

    private static final String REASON = "The minutes shown are older than a year.";
    private static final Scorecard CARD = ScorecardFixtures.met(30);

    @Test
    void acceptsADepartureInEitherDirection() {
        assertThat(FindingRules.faults(List.of(notMet("DM1", REASON), met("EVAL4", REASON)), CARD))
                .isEmpty();
    }

    @Test
    void refusesACriterionThatTheEditionDoesNotHave() {
        assertThat(FindingRules.faults(List.of(notMet("DM99", REASON)), CARD))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("unknown-criterion");
                    assertThat(fault.message()).contains("2022-r1");
                });
    }

    @Test
    void refusesToRepeatTheAutomaticResult() {
        assertThat(FindingRules.faults(List.of(met("DM1", REASON), notMet("EVAL4", REASON)), CARD))
                .extracting(Fault::code, Fault::index)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("same-as-automatic", 0),
                        org.assertj.core.groups.Tuple.tuple("same-as-automatic", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "too short",
                "   nineteen letters!!   ",
                "Two lines\nare not one paragraph of text.",
                "A bell \u0007 rings in this reason, twenty.",
                "A line separator \u2028 hides in this one.",
                "Half of a pair \ud83d stands alone here."
            })
    void refusesAReasonThatIsTooShortOrNotPlain(String reason) {
        assertThat(FindingRules.faults(List.of(notMet("DM1", reason)), CARD))
                .extracting(Fault::field)
                .containsExactly("reason");
    }

    @Test
    void acceptsTwentyCharactersAndCountsAccentsAsOne() {
        assertThat(FindingRules.faults(List.of(notMet("DM1", "x".repeat(20))), CARD))
                .isEmpty();
        assertThat(FindingRules.faults(List.of(notMet("DM1", "\ud83d\ude00".repeat(19))), CARD))
                .hasSize(1);
        assertThat(FindingRules.faults(List.of(notMet("DM1", "x".repeat(1001))), CARD))
                .hasSize(1);
    }

    @Test
    void refusesTwoFindingsForOneCriterion() {
        assertThat(FindingRules.faults(List.of(notMet("DM1", REASON), notMet("DM1", REASON)), CARD))
                .extracting(Fault::code)
                .containsExactly("duplicate-criterion");
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThat(FindingRules.faults(List.of(met("DM1", "short"), notMet("XX1", REASON)), CARD))
                .extracting(Fault::code)
                .containsExactly("same-as-automatic", "unusable-reason", "unknown-criterion");
    }
}
