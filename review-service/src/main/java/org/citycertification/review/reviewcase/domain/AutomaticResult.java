package org.citycertification.review.reviewcase.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine's evaluation of one criterion, with what it was made from.
 *
 * @param area code of its practice area
 * @param areaName its name in English
 * @param title of the criterion in English
 * @param rule id of the rule that decided
 * @param claimed whether the city claimed it, {@code null} if not answered
 * @param ticked checklist items that counted
 * @param evidence links that counted
 * @param gaps what is missing; empty if met
 */
public record AutomaticResult(
        CriterionCode criterion,
        String area,
        String areaName,
        String title,
        AutomaticOutcome outcome,
        String rule,
        @Nullable Boolean claimed,
        List<String> ticked,
        List<String> evidence,
        List<Gap> gaps) {

    public AutomaticResult {
        ticked = List.copyOf(ticked);
        evidence = List.copyOf(evidence);
        gaps = List.copyOf(gaps);
    }

    public boolean met() {
        return outcome == AutomaticOutcome.MET;
    }
}
