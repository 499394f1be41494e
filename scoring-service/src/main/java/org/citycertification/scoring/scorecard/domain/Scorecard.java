package org.citycertification.scoring.scorecard.domain;

import java.util.List;
import java.util.Optional;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;

/**
 * The machine's evaluation of one submission version.
 *
 * @param results one per criterion, in the order of the edition
 * @param provisionalLevel level of the criteria met now, empty below the lowest threshold; people decide, not this
 */
public record Scorecard(
        EditionId edition, List<CriterionResult> results, Score score, Optional<CertificationLevel> provisionalLevel) {

    public Scorecard {
        results = List.copyOf(results);
    }

    /**
     * Evaluates an assessment. A pure function: no clock, no locale, no order of the answers has any influence.
     *
     * @throws IllegalArgumentException if an answer names a criterion that the edition does not have
     */
    public static Scorecard of(Edition edition, Assessment assessment) {
        assessment.refuseCriteriaOutside(edition);
        var evaluation = new Evaluation(edition, assessment);
        var results = evaluation.results();
        int met = count(results, Outcome.MET);
        var score = new Score(met, count(results, Outcome.UNKNOWN), evaluation.attainable(), results.size());
        return new Scorecard(edition.id(), results, score, edition.thresholds().levelFor(met, results.size()));
    }

    private static int count(List<CriterionResult> results, Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** The result of one criterion; empty if the edition does not have it. */
    public Optional<CriterionResult> result(CriterionCode criterion) {
        return results.stream()
                .filter(result -> result.criterion().equals(criterion))
                .findFirst();
    }
}
