package org.citycertification.scoring.scorecard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as a city filled it in, unchecked: anything may be missing. It has the form that intake takes.
 *
 * @param asOf the day on which the age of evidence is measured, as in 2026-03-31
 */
public record AssessmentForm(
        @Nullable String editionId,
        @Nullable String asOf,
        @Nullable List<@Nullable AnswerForm> answers) {

    /** An answer as filled in. */
    public record AnswerForm(
            @Nullable String criterion,
            @Nullable Boolean met,
            @Nullable List<@Nullable String> checklist,
            @Nullable List<@Nullable EvidenceForm> evidence,
            @Nullable String comment) {}

    /** Evidence as filled in. */
    public record EvidenceForm(
            @Nullable String kind,
            @Nullable String label,
            @Nullable String link,
            @Nullable String date) {}
}
