package org.citycertification.intake.submission.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citycertification.intake.submission.domain.CertificationLevel;
import org.citycertification.intake.submission.domain.Decision;
import org.citycertification.intake.submission.domain.Submission;
import org.citycertification.intake.submission.web.ApplicantWords.Next;
import org.jspecify.annotations.Nullable;

/** A submission as its city reads it: nothing in it is about reviewers. */
record SubmissionView(
        UUID submissionId,
        int version,
        String cityId,
        String editionId,
        String contentHash,
        Instant receivedAt,
        String state,
        List<EntryView> timeline,
        @JsonInclude(Include.NON_NULL) @Nullable DecisionView decision,
        List<Next> next,
        Map<String, String> links) {

    record EntryView(Instant at, String step, String text) {}

    /**
     * @param level null if none was reached
     * @param embargoUntil until when the city is asked to keep it to itself
     */
    record DecisionView(
            @Nullable CertificationLevel level,
            int met,
            int outOf,
            Instant releasedAt,
            @JsonInclude(Include.NON_NULL) @Nullable Instant embargoUntil,
            List<AreaView> byArea,
            List<RoadmapView> roadmap) {

        static DecisionView of(Decision decision) {
            return new DecisionView(
                    decision.tally().level(),
                    decision.tally().met(),
                    decision.tally().outOf(),
                    decision.releasedAt(),
                    decision.embargoUntil(),
                    decision.areas().stream()
                            .map(area -> new AreaView(area.code(), area.name(), area.met(), area.outOf()))
                            .toList(),
                    decision.roadmap().stream()
                            .map(step -> new RoadmapView(step.area(), step.criterion(), step.title(), step.missing()))
                            .toList());
        }
    }

    record AreaView(String area, String name, int met, int outOf) {}

    record RoadmapView(String area, String criterion, String title, List<String> missing) {}

    static SubmissionView of(Submission submission) {
        Decision decision = submission.decision();
        return new SubmissionView(
                submission.id().value(),
                submission.version(),
                submission.city().value(),
                submission.edition().value(),
                submission.contentHash().value(),
                submission.receivedAt(),
                submission.state().name(),
                submission.timeline().stream()
                        .map(entry -> new EntryView(entry.at(), entry.step().name(), ApplicantWords.text(entry)))
                        .toList(),
                decision == null ? null : DecisionView.of(decision),
                ApplicantWords.next(submission.state(), submission.edition()),
                Links.of(submission.id()));
    }
}
