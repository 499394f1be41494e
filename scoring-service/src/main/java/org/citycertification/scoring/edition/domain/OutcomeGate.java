package org.citycertification.scoring.edition.domain;

import java.util.List;

/**
 * What a city has to have reached besides its score, whatever the level: some outcomes out of several, for example clean
 * air. An outcome is answered as a criterion is, with a checklist and evidence, and counts no point.
 *
 * @param required how many outcomes have to be reached, at least 1
 */
public record OutcomeGate(int required, List<Criterion> outcomes) {

    public OutcomeGate {
        outcomes = List.copyOf(outcomes);
        Violation.refuse(EditionRules.gate(new Placed<>("required", required), outcomes.size()));
        if (outcomes.stream().anyMatch(outcome -> !outcome.prerequisites().isEmpty())) {
            throw new IllegalArgumentException("an outcome has no prerequisites");
        }
    }
}
