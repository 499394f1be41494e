package org.citycertification.scoring.scorecard.domain;

import java.util.List;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;

/**
 * What the machine found for one criterion, and why.
 *
 * @param rule the rule that settled it: the first that failed, or {@code <code>.all}
 * @param shortfalls everything that is missing; empty exactly if the criterion is met
 */
public record CriterionResult(
        CriterionCode criterion, Outcome outcome, RuleId rule, InputsUsed inputs, List<Shortfall> shortfalls) {

    public CriterionResult {
        shortfalls = List.copyOf(shortfalls);
        if (shortfalls.isEmpty() != (outcome == Outcome.MET)) {
            throw new IllegalArgumentException(criterion + ": " + outcome + " contradicts its reasons " + shortfalls);
        }
    }

    static CriterionResult of(Criterion criterion, Outcome outcome, InputsUsed inputs, List<Shortfall> shortfalls) {
        var rule = shortfalls.isEmpty()
                ? RuleId.all(criterion.code())
                : shortfalls.get(0).rule();
        return new CriterionResult(criterion.code(), outcome, rule, inputs, shortfalls);
    }
}
