package org.citycertification.review.reviewcase.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citycertification.review.reviewcase.domain.DecidedArea;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.DecidedCriterion;
import org.citycertification.review.reviewcase.domain.Decision;
import org.citycertification.review.reviewcase.domain.Grant;
import org.citycertification.review.reviewcase.domain.PersonId;
import org.jspecify.annotations.Nullable;

/** How a case was decided. */
record DecisionView(
        Instant decidedAt,
        int met,
        int outOf,
        @Nullable String level,
        @Nullable String kind,
        @Nullable UUID certificationId,
        boolean confirmed,
        List<String> approvers,
        List<AreaView> areas,
        List<CriterionView> criteria) {

    record AreaView(String area, String name, int met, int outOf) {
        static AreaView of(DecidedArea area) {
            return new AreaView(
                    area.area(), area.name(), area.score().met(), area.score().outOf());
        }
    }

    record CriterionView(
            String criterion,
            String area,
            String title,
            boolean met,
            boolean automatic,
            @Nullable String reason,
            List<String> missing) {

        static CriterionView of(DecidedCriterion criterion) {
            return new CriterionView(
                    criterion.criterion().value(),
                    criterion.area(),
                    criterion.title(),
                    criterion.met(),
                    criterion.automatic(),
                    criterion.reason(),
                    criterion.missing());
        }
    }

    static DecisionView of(DecidedCase closed) {
        Decision decision = closed.decision();
        Grant grant = closed.grant();
        return new DecisionView(
                decision.decidedAt(),
                decision.score().met(),
                decision.score().outOf(),
                CaseView.name(decision.level()),
                grant == null ? null : grant.kind().name(),
                grant == null ? null : grant.certification().value(),
                decision.confirmed(),
                decision.approvers().stream().map(PersonId::value).toList(),
                decision.areas().stream().map(AreaView::of).toList(),
                decision.criteria().stream().map(CriterionView::of).toList());
    }
}
