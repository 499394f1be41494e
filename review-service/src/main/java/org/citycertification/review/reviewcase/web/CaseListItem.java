package org.citycertification.review.reviewcase.web;

import java.time.Instant;
import java.util.UUID;
import org.citycertification.review.reviewcase.CaseSummary;
import org.jspecify.annotations.Nullable;

/** A case in the list. */
record CaseListItem(
        UUID caseId,
        String state,
        UUID submissionId,
        long submissionVersion,
        int round,
        String cityId,
        String cityName,
        String editionId,
        int provisionalMet,
        int outOf,
        @Nullable String provisionalLevel,
        Instant openedAt,
        @Nullable Instant decidedAt,
        @Nullable Integer met,
        @Nullable String level,
        Links links) {

    record Links(String self) {}

    static CaseListItem of(CaseSummary summary) {
        CaseSummary.Closing closed = summary.closed();
        UUID id = summary.id().value();
        return new CaseListItem(
                id,
                summary.state().name(),
                summary.submission().value(),
                summary.tag().submissionVersion(),
                summary.tag().round(),
                summary.cityId(),
                summary.cityName(),
                summary.editionId(),
                summary.provisional().met(),
                summary.provisional().outOf(),
                CaseView.name(summary.provisionalLevel()),
                summary.openedAt(),
                closed == null ? null : closed.decidedAt(),
                closed == null ? null : closed.score().met(),
                closed == null ? null : CaseView.name(closed.level()),
                new Links("/api/cases/" + id));
    }
}
