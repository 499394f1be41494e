package org.citycertification.scoring.whatif.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.edition.EditionFixtures.editionOf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.scorecard.AssessmentFixtures;
import org.citycertification.scoring.whatif.domain.Tally.CriterionEffect;
import org.citycertification.scoring.whatif.domain.Tally.Move;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final Edition TWO = editionOf(criterion("TT1"), criterion("TT2"));
    private static final CriterionCode TT1 = new CriterionCode("TT1");
    private static final CriterionCode TT2 = new CriterionCode("TT2");
    private static final Standing NONE = new Standing(20, 43, Optional.empty());
    private static final Standing SILVER = new Standing(22, 43, Optional.of(CertificationLevel.SILVER));
    private static final Standing GOLD = new Standing(30, 43, Optional.of(CertificationLevel.GOLD));

    @Test
    void talliesMovesAndTheirCauses() {
        Edition tighter = editionOf(criterion("TT1"), criterion("TT2", 3, List.of()));
        var falling = Effect.of(TWO, tighter, AssessmentFixtures.meeting(2, TWO));
        var staying = Effect.of(TWO, tighter, AssessmentFixtures.meeting(1, TWO));

        Tally tally = Tally.of(List.of(falling, staying, falling));

        assertThat(tally.moves())
                .containsExactly(
                        new Move(Optional.empty(), Optional.empty(), 1),
                        new Move(Optional.of(CertificationLevel.PLATINUM), Optional.empty(), 2));
        assertThat(tally.criteria()).containsExactly(new CriterionEffect(TT2, 0, 2, 2));
        assertThat(tally.rising()).isZero();
        assertThat(tally.staying()).isEqualTo(1);
        assertThat(tally.falling()).isEqualTo(2);
        assertThat(tally.byThresholdsAlone()).isZero();
    }

    @Test
    void talliesWhatThresholdsDoAlone() {
        Tally tally =
                Tally.of(List.of(Effect.of(TWO, editionOf(criterion("TT1")), AssessmentFixtures.meeting(1, TWO))));

        assertThat(tally.byThresholdsAlone()).isEqualTo(1);
    }

    @Test
    void putsMovesInOrderOfTheLevelsTheyComeFromAndThenGoTo() {
        var tally = Tally.of(List.of(
                effect(GOLD, SILVER),
                effect(NONE, GOLD),
                effect(NONE, SILVER),
                effect(GOLD, NONE),
                effect(NONE, GOLD)));

        assertThat(tally.moves())
                .containsExactly(
                        new Move(NONE.level(), SILVER.level(), 1),
                        new Move(NONE.level(), GOLD.level(), 2),
                        new Move(GOLD.level(), NONE.level(), 1),
                        new Move(GOLD.level(), SILVER.level(), 1));
        assertThat(tally.moves()).extracting(Move::direction).containsExactly(1, 1, -1, -1);
        assertThat(tally.rising()).isEqualTo(3);
        assertThat(tally.staying()).isZero();
        assertThat(tally.falling()).isEqualTo(2);
    }

    @Test
    void countsForACriterionOnlyTheMovesInItsDirection() {
        var tally = Tally.of(List.of(
                new Effect(NONE, SILVER, Set.of(TT1), Set.of(TT2)),
                new Effect(SILVER, NONE, Set.of(TT1), Set.of(TT2)),
                new Effect(SILVER, SILVER, Set.of(TT1), Set.of()),
                new Effect(GOLD, SILVER, Set.of(), Set.of(TT2))));

        assertThat(tally.criteria())
                .as("the one that moves most levels first")
                .containsExactly(new CriterionEffect(TT2, 0, 3, 2), new CriterionEffect(TT1, 3, 0, 1));
    }

    @Test
    void putsCriteriaThatMoveAsManyLevelsInOrderOfTheirCodes() {
        var tally = Tally.of(List.of(new Effect(NONE, SILVER, Set.of(TT2, TT1), Set.of())));

        assertThat(tally.criteria()).extracting(CriterionEffect::criterion).containsExactly(TT1, TT2);
    }

    private static Effect effect(Standing before, Standing after) {
        return new Effect(before, after, Set.of(), Set.of());
    }
}
