package org.citycertification.review.reviewcase.messaging;

import java.util.UUID;
import org.citycertification.review.reviewcase.domain.DecidedArea;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.DecidedCriterion;
import org.citycertification.review.reviewcase.domain.Decision;
import org.citycertification.review.reviewcase.domain.Grant;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.review.v1.DecisionReleased;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.jspecify.annotations.Nullable;

/** The whole decision as the city learns it. */
final class DecisionMapper {

    private DecisionMapper() {}

    static DecisionReleased toReleased(DecidedCase closed) {
        Scorecard scorecard = closed.file().scorecard();
        Decision decision = closed.decision();
        return DecisionReleased.newBuilder()
                .setSubmissionId(scorecard.submissionId().value())
                .setSubmissionVersion(scorecard.submissionVersion())
                .setContentHash(scorecard.contentHash())
                .setCityId(scorecard.city().id().value())
                .setCityName(scorecard.city().name())
                .setContactIds(scorecard.contactIds())
                .setEditionId(scorecard.editionId())
                .setMet(decision.score().met())
                .setOutOf(decision.score().outOf())
                .setLevel(toLevel(decision.level()))
                .setKind(kind(closed.grant()))
                .setCertificationId(certification(closed.grant()))
                .setConfirmed(decision.confirmed())
                .setAreas(decision.areas().stream().map(DecisionMapper::toArea).toList())
                .setCriteria(decision.criteria().stream()
                        .map(DecisionMapper::toCriterion)
                        .toList())
                .setEmbargoUntil(null)
                .build();
    }

    static @Nullable CertificationLevel toLevel(
            org.citycertification.review.certification.domain.@Nullable CertificationLevel level) {
        return level == null ? null : CertificationLevel.valueOf(level.name());
    }

    private static @Nullable CertificationKind kind(@Nullable Grant grant) {
        return grant == null ? null : CertificationKind.valueOf(grant.kind().name());
    }

    private static @Nullable UUID certification(@Nullable Grant grant) {
        return grant == null ? null : grant.certification().value();
    }

    private static org.citycertification.schemas.review.v1.DecidedArea toArea(DecidedArea area) {
        return org.citycertification.schemas.review.v1.DecidedArea.newBuilder()
                .setArea(area.area())
                .setName(area.name())
                .setMet(area.score().met())
                .setOutOf(area.score().outOf())
                .build();
    }

    private static org.citycertification.schemas.review.v1.DecidedCriterion toCriterion(DecidedCriterion criterion) {
        return org.citycertification.schemas.review.v1.DecidedCriterion.newBuilder()
                .setCriterion(criterion.criterion().value())
                .setArea(criterion.area())
                .setTitle(criterion.title())
                .setMet(criterion.met())
                .setAutomatic(criterion.automatic())
                .setReason(criterion.reason())
                .setMissing(criterion.missing())
                .build();
    }
}
