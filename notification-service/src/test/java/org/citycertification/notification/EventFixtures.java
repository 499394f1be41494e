package org.citycertification.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.citycertification.schemas.intake.v1.ContactRecorded;
import org.citycertification.schemas.intake.v1.ContactTopicTicked;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CaseOpened;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.review.v1.DecidedArea;
import org.citycertification.schemas.review.v1.DecidedCriterion;
import org.citycertification.schemas.review.v1.DecisionReleased;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.jspecify.annotations.Nullable;

/** Events about invented people and decisions. */
final class EventFixtures {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private EventFixtures() {}

    static ContactEvent contact(UUID id, long version, String name, String address, String language) {
        return contactEvent(id, version)
                .setRecorded(ContactRecorded.newBuilder()
                        .setCityId("uy-mo-montevideo")
                        .setName(name)
                        .setEmail(address)
                        .setRole("primary")
                        .setLanguage(language)
                        .build())
                .build();
    }

    static ContactEvent tick(UUID ticker, long version) {
        return contactEvent(ticker, version)
                .setTicked(new ContactTopicTicked(0))
                .build();
    }

    /** Of a kind that only a later build knows, as long as none is set. */
    static ContactEvent.Builder contactEvent(UUID id, long version) {
        return ContactEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(NOON)
                .setContactId(id)
                .setVersion(version);
    }

    static CaseEvent opened(UUID caseId, UUID submission) {
        return caseEvent(caseId, 1)
                .setOpened(CaseOpened.newBuilder()
                        .setSubmissionId(submission)
                        .setSubmissionVersion(1)
                        .setCityId("uy-mo-montevideo")
                        .setMet(30)
                        .setOutOf(43)
                        .build())
                .build();
    }

    static CaseEvent.Builder caseEvent(UUID caseId, long version) {
        return CaseEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(NOON)
                .setCaseId(caseId)
                .setVersion(version);
    }

    static CaseEvent released(UUID caseId, long version, DecisionReleased decision) {
        return caseEvent(caseId, version).setDecisionReleased(decision).build();
    }

    static DecisionReleased decision(
            UUID submission, String city, @Nullable CertificationLevel level, int met, UUID... contacts) {
        boolean certified = level != null;
        return DecisionReleased.newBuilder()
                .setSubmissionId(submission)
                .setSubmissionVersion(1)
                .setContentHash("0".repeat(64))
                .setCityId("uy-mo-montevideo")
                .setCityName(city)
                .setContactIds(List.of(contacts))
                .setEditionId("2022-r1")
                .setMet(met)
                .setOutOf(43)
                .setLevel(level)
                .setKind(certified ? CertificationKind.NEW : null)
                .setCertificationId(certified ? UUID.randomUUID() : null)
                .setConfirmed(true)
                .setAreas(List.of(area("DM", "Data Management", 8, 9), area("OD", "Open Data", 3, 4)))
                .setCriteria(List.of(
                        criterion("DM3", "DM", "Sharing Data", false, "Checklist: 3 of the required 4 items are met."),
                        criterion("DM4", "DM", "Improving Data Quality", true),
                        criterion("OD1", "OD", "Open Data Policy", false, "No evidence of the kind policy was given.")))
                .build();
    }

    private static DecidedArea area(String code, String name, int met, int outOf) {
        return DecidedArea.newBuilder()
                .setArea(code)
                .setName(name)
                .setMet(met)
                .setOutOf(outOf)
                .build();
    }

    private static DecidedCriterion criterion(String code, String area, String title, boolean met, String... missing) {
        return DecidedCriterion.newBuilder()
                .setCriterion(code)
                .setArea(area)
                .setTitle(title)
                .setMet(met)
                .setAutomatic(met)
                .setMissing(List.of(missing))
                .build();
    }

    static CertificationEvent certification(String cityId, long version, String city, CertificationKind kind) {
        return CertificationEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(NOON)
                .setCityId(cityId)
                .setCityVersion(version)
                .setCityName(city)
                .setSubdivision("BR-SP")
                .setCountry("BR")
                .setKind(kind)
                .setLevel(CertificationLevel.GOLD)
                .setCertificationId(UUID.randomUUID())
                .setEditionId("2022-r1")
                .setCohortYear(2026)
                .setAnnouncedOn(LocalDate.parse("2026-11-23"))
                .build();
    }
}
