package org.citycertification.scoring.scorecard.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.jspecify.annotations.Nullable;

/**
 * The machine's evaluation of one submission version.
 *
 * @param results one per criterion, in the order of the edition
 * @param gate what came of the outcomes asked for besides the score; empty if the edition asks for none
 * @param provisionalLevel level of the criteria met now, empty below the lowest threshold; people decide, not this
 * @param attainableLevel level that would be reached if everything unanswered turned out to be met
 * @param asOf the day on which the age of evidence was measured; null if no rule asks for it
 */
public record Scorecard(
        EditionId edition,
        List<CriterionResult> results,
        Score score,
        Optional<GateResult> gate,
        Optional<CertificationLevel> provisionalLevel,
        Optional<CertificationLevel> attainableLevel,
        @Nullable LocalDate asOf) {

    public Scorecard {
        results = List.copyOf(results);
    }

    /**
     * Evaluates an assessment. A pure function: no clock, no locale, no order of the answers has any influence.
     *
     * @throws IllegalArgumentException if an answer names a criterion that the edition does not have, or if the edition
     *     looks at the age of evidence and the assessment names no day
     */
    public static Scorecard of(Edition edition, Assessment assessment) {
        assessment.refuseUnlessFor(edition);
        var evaluation = new Evaluation(edition.criteria(), assessment);
        var results = evaluation.results();
        int met = count(results, Outcome.MET);
        var score = new Score(met, count(results, Outcome.UNKNOWN), evaluation.attainable(), results.size());
        var gate = gate(edition, assessment);
        return new Scorecard(
                edition.id(),
                results,
                score,
                gate,
                level(edition, met, gate.map(GateResult::isOpen)),
                level(edition, score.attainable(), gate.map(GateResult::canOpen)),
                edition.looksAtAge() ? assessment.asOf() : null);
    }

    private static Optional<GateResult> gate(Edition edition, Assessment assessment) {
        return Optional.ofNullable(edition.outcomeGate()).map(gate -> {
            var evaluation = new Evaluation(gate.outcomes(), assessment);
            return new GateResult(gate.required(), evaluation.attainable(), evaluation.results());
        });
    }

    private static Optional<CertificationLevel> level(Edition edition, int met, Optional<Boolean> gateOpen) {
        return gateOpen.orElse(true)
                ? edition.thresholds().levelFor(met, edition.criteria().size())
                : Optional.empty();
    }

    private static int count(List<CriterionResult> results, Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** The result of one criterion or outcome; empty if the edition does not have it. */
    public Optional<CriterionResult> result(CriterionCode criterion) {
        return Stream.concat(results.stream(), gate.stream().flatMap(open -> open.results().stream()))
                .filter(result -> result.criterion().equals(criterion))
                .findFirst();
    }
}
