package org.citycertification.intake.submission.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An assessment as a city filled it in, unchecked: anything may be missing. */
public record AssessmentForm(
        @Nullable String editionId, @Nullable List<@Nullable AnswerForm> answers) {

    /** An answer as filled in. */
    public record AnswerForm(
            @Nullable String criterion,
            @Nullable Boolean met,
            @Nullable List<@Nullable String> checklist,
            @Nullable List<@Nullable EvidenceForm> evidence,
            @Nullable String comment) {}

    /**
     * Evidence as filled in.
     *
     * @param date as in 2026-03-31
     */
    public record EvidenceForm(
            @Nullable String kind,
            @Nullable String label,
            @Nullable String link,
            @Nullable String date) {}
}
