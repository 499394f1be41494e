package org.citycertification.scoring.whatif.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.edition.EditionFixtures.editionOf;

import java.util.List;
import java.util.Optional;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.scorecard.AssessmentFixtures;
import org.junit.jupiter.api.Test;

class EffectTests {
    private static final Edition TWO = editionOf(criterion("TT1"), criterion("TT2"));

    @Test
    void isNothingUnderTheSameRules() {
        Effect effect = Effect.of(TWO, TWO, AssessmentFixtures.meeting(1, TWO));

        assertThat(effect.direction()).isZero();
        assertThat(effect.gained()).isEmpty();
        assertThat(effect.lost()).isEmpty();
        assertThat(effect.before()).isEqualTo(effect.after());
    }

    @Test
    void winsACriterionWhoseRuleIsLoosened() {
        Edition tighter = editionOf(criterion("TT1"), criterion("TT2", 3, List.of()));

        Effect effect = Effect.of(tighter, TWO, AssessmentFixtures.meeting(2, TWO));

        assertThat(effect.direction()).isPositive();
        assertThat(effect.gained()).containsExactly(new CriterionCode("TT2"));
        assertThat(effect.causes()).isEqualTo(effect.gained());
    }

    @Test
    void losesACriterionWhoseRuleIsTightened() {
        Edition tighter = editionOf(criterion("TT1"), criterion("TT2", 3, List.of()));

        Effect effect = Effect.of(TWO, tighter, AssessmentFixtures.meeting(2, TWO));

        assertThat(effect.before().level()).contains(CertificationLevel.PLATINUM);
        assertThat(effect.after().level()).isEmpty();
        assertThat(effect.direction()).isNegative();
        assertThat(effect.causes()).containsExactly(new CriterionCode("TT2"));
    }

    @Test
    void leavesOutAnswersToADroppedCriterion() {
        Edition one = editionOf(criterion("TT1"));

        Effect effect = Effect.of(TWO, one, AssessmentFixtures.meeting(1, TWO));

        assertThat(effect.after()).isEqualTo(new Standing(1, 1, Optional.of(CertificationLevel.PLATINUM)));
        assertThat(effect.lost()).isEmpty();
        assertThat(effect.direction()).isPositive();
        assertThat(effect.causes()).as("fewer criteria alone raise the level").isEmpty();
    }

    @Test
    void countsANewCriterionAsNotMet() {
        Edition three = editionOf(criterion("TT1"), criterion("TT2"), criterion("TT3"));

        Effect effect = Effect.of(TWO, three, AssessmentFixtures.meeting(2, TWO));

        assertThat(effect.after().met()).isEqualTo(2);
        assertThat(effect.after().outOf()).isEqualTo(3);
        assertThat(effect.direction()).isNegative();
    }
}
