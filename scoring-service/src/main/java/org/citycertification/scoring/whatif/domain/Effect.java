package org.citycertification.scoring.whatif.domain;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.scorecard.domain.Assessment;
import org.citycertification.scoring.scorecard.domain.Outcome;
import org.citycertification.scoring.scorecard.domain.Scorecard;

/**
 * What another edition makes of one submission.
 *
 * @param gained criteria met under the draft only
 * @param lost criteria met under the edition that it was scored against only, dropped ones included
 */
public record Effect(Standing before, Standing after, Set<CriterionCode> gained, Set<CriterionCode> lost) {

    public Effect {
        gained = Set.copyOf(gained);
        lost = Set.copyOf(lost);
    }

    /**
     * Scores the answers under both. Answers to criteria that the draft does not have are left out; criteria that the
     * submission was never asked about count as not answered.
     *
     * @throws IllegalArgumentException if an answer names a criterion that the edition does not have
     */
    public static Effect of(Edition edition, Edition draft, Assessment assessment) {
        var before = Scorecard.of(edition, assessment);
        var after = Scorecard.of(draft, assessment.within(draft));
        var metBefore = met(before);
        var metAfter = met(after);
        return new Effect(
                Standing.of(before), Standing.of(after), minus(metAfter, metBefore), minus(metBefore, metAfter));
    }

    private static Set<CriterionCode> met(Scorecard scorecard) {
        return scorecard.results().stream()
                .filter(result -> result.outcome() == Outcome.MET)
                .map(result -> result.criterion())
                .collect(Collectors.toSet());
    }

    private static Set<CriterionCode> minus(Set<CriterionCode> some, Set<CriterionCode> others) {
        var rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /** Positive if the level rises, negative if it falls, zero if it stays. */
    public int direction() {
        return Integer.compare(after.rank(), before.rank());
    }

    /** The criteria to which a change of the level is due; empty if there is no change, or if thresholds alone cause it. */
    public Set<CriterionCode> causes() {
        return direction() == 0 ? Set.of() : direction() > 0 ? gained : lost;
    }
}
