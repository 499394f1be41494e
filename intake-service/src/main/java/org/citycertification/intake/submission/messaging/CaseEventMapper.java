package org.citycertification.intake.submission.messaging;

import java.util.List;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.submission.domain.CaseNews;
import org.citycertification.intake.submission.domain.CertificationLevel;
import org.citycertification.intake.submission.domain.Decision;
import org.citycertification.intake.submission.domain.Decision.Area;
import org.citycertification.intake.submission.domain.Decision.RoadmapStep;
import org.citycertification.intake.submission.domain.SubmissionId;
import org.citycertification.intake.submission.domain.Tally;
import org.citycertification.messaging.gate.UnknownKind;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CaseOpened;
import org.citycertification.schemas.review.v1.DecisionReleased;
import org.jspecify.annotations.Nullable;

/** Reads what happened to a case. */
final class CaseEventMapper {
    private CaseEventMapper() {}

    static CaseNews news(CaseEvent event) {
        CaseOpened opened = event.getOpened();
        if (opened != null) {
            return new CaseNews.Opened(
                    event.getEventId(),
                    event.getCaseId(),
                    new SubmissionId(opened.getSubmissionId()),
                    new CityId(opened.getCityId()),
                    event.getOccurredAt(),
                    new Tally(opened.getMet(), opened.getOutOf(), level(opened.getProvisionalLevel())));
        }
        DecisionReleased released = event.getDecisionReleased();
        if (released != null) {
            return new CaseNews.Released(
                    event.getEventId(),
                    event.getCaseId(),
                    new SubmissionId(released.getSubmissionId()),
                    new CityId(released.getCityId()),
                    event.getOccurredAt(),
                    decision(event, released));
        }
        throw new UnknownKind("Case " + event.getCaseId() + " version " + event.getVersion()
                + " tells of something that this build does not know");
    }

    private static Decision decision(CaseEvent event, DecisionReleased released) {
        return new Decision(
                Math.toIntExact(released.getSubmissionVersion()),
                event.getOccurredAt(),
                new Tally(released.getMet(), released.getOutOf(), level(released.getLevel())),
                released.getAreas().stream()
                        .map(area -> new Area(area.getArea(), area.getName(), area.getMet(), area.getOutOf()))
                        .toList(),
                roadmap(released),
                released.getEmbargoUntil());
    }

    private static List<RoadmapStep> roadmap(DecisionReleased released) {
        return released.getCriteria().stream()
                .filter(criterion -> !criterion.getMet())
                .map(criterion -> new RoadmapStep(
                        criterion.getArea(), criterion.getCriterion(), criterion.getTitle(), criterion.getMissing()))
                .toList();
    }

    private static @Nullable CertificationLevel level(
            org.citycertification.schemas.standard.v1.@Nullable CertificationLevel level) {
        if (level == null) {
            return null;
        }
        return switch (level) {
            case SILVER -> CertificationLevel.SILVER;
            case GOLD -> CertificationLevel.GOLD;
            case PLATINUM -> CertificationLevel.PLATINUM;
            case UNKNOWN -> throw new UnknownKind("A level that this build does not know");
        };
    }
}
