package org.citycertification.intake.running;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CaseOpened;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.review.v1.DecidedArea;
import org.citycertification.schemas.review.v1.DecidedCriterion;
import org.citycertification.schemas.review.v1.DecisionReleased;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.jspecify.annotations.Nullable;

/** What review says of a case. */
record CaseEvents(UUID caseId, UUID submissionId, String city) {
    static final Instant OPENED_AT = Instant.parse("2026-11-01T10:00:00Z");
    static final Instant RELEASED_AT = Instant.parse("2026-11-05T10:00:00Z");

    CaseEvent opened(long version) {
        return event(version, OPENED_AT)
                .setOpened(CaseOpened.newBuilder()
                        .setSubmissionId(submissionId)
                        .setSubmissionVersion(1)
                        .setCityId(city)
                        .setMet(2)
                        .setOutOf(3)
                        .setProvisionalLevel(CertificationLevel.SILVER)
                        .build())
                .build();
    }

    CaseEvent released(long version, int met, @Nullable CertificationLevel level) {
        var criteria = List.of(
                criterion("DM1", "DM", true, null),
                criterion("DM2", "DM", met > 1, "A reviewer's private reason."),
                criterion("LC1", "LC", met > 2, null));
        return event(version, RELEASED_AT)
                .setDecisionReleased(DecisionReleased.newBuilder()
                        .setSubmissionId(submissionId)
                        .setSubmissionVersion(1)
                        .setContentHash("0".repeat(64))
                        .setCityId(city)
                        .setCityName("Ciudad Inventada")
                        .setContactIds(List.of())
                        .setEditionId("2022-r1")
                        .setMet(met)
                        .setOutOf(3)
                        .setLevel(level)
                        .setKind(level == null ? null : CertificationKind.NEW)
                        .setConfirmed(false)
                        .setAreas(List.of(
                                new DecidedArea("DM", "Data management", Math.min(met, 2), 2),
                                new DecidedArea("LC", "Leadership", Math.max(met - 2, 0), 1)))
                        .setCriteria(criteria)
                        .build())
                .build();
    }

    /** An event of a kind that is not invented yet. */
    CaseEvent unknownKind(long version) {
        return event(version, OPENED_AT).build();
    }

    private CaseEvent.Builder event(long version, Instant at) {
        return CaseEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(at)
                .setCaseId(caseId)
                .setVersion(version);
    }

    private static DecidedCriterion criterion(String code, String area, boolean met, @Nullable String reason) {
        return DecidedCriterion.newBuilder()
                .setCriterion(code)
                .setArea(area)
                .setTitle("Invented " + code)
                .setMet(met)
                .setAutomatic(true)
                .setReason(reason)
                .setMissing(met ? List.of() : List.of("One checklist item is missing."))
                .build();
    }
}
