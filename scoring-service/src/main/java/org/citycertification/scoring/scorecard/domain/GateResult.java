package org.citycertification.scoring.scorecard.domain;

import java.util.List;

/**
 * Whether what an edition asks for besides the score is reached.
 *
 * @param required how many outcomes must be met
 * @param attainable how many would be met if every unanswered one turned out to be met
 * @param results one per outcome, in the order of the edition; they count no point
 */
public record GateResult(int required, int attainable, List<CriterionResult> results) {

    public GateResult {
        results = List.copyOf(results);
    }

    /** How many outcomes are met. */
    public int met() {
        return (int) results.stream()
                .filter(result -> result.outcome() == Outcome.MET)
                .count();
    }

    /** Without an open gate there is no level. */
    public boolean isOpen() {
        return met() >= required;
    }

    /** Whether unanswered outcomes could still open it. */
    boolean canOpen() {
        return attainable >= required;
    }
}
