package org.citycertification.review.certification.messaging;

import java.util.UUID;
import org.citycertification.review.certification.domain.Award;
import org.citycertification.review.certification.domain.Certification;
import org.citycertification.review.certification.domain.CertificationId;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.jspecify.annotations.Nullable;

/** Only what everybody may know: no score, no criterion, no person. */
final class CertificationEventMapper {

    private CertificationEventMapper() {}

    static CertificationEvent toEvent(Certification certification, UUID eventId) {
        Award award = certification.award();
        return CertificationEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(award.releasedAt())
                .setCityId(award.city().id().value())
                .setCityVersion(certification.cityVersion())
                .setCityName(award.city().name())
                .setSubdivision(award.city().subdivision())
                .setCountry(award.city().country())
                .setKind(CertificationKind.valueOf(certification.kind().name()))
                .setLevel(CertificationLevel.valueOf(award.level().name()))
                .setCertificationId(certification.id().value())
                .setSupersedes(value(certification.supersedes()))
                .setEditionId(award.editionId())
                .setCohortYear(award.cohortYear())
                .setAnnouncedOn(award.announcedOn())
                .setValidUntil(award.validUntil())
                .build();
    }

    private static @Nullable UUID value(@Nullable CertificationId id) {
        return id == null ? null : id.value();
    }
}
