package org.citycertification.scoring.edition.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citycertification.schemas.scoring.v1.ChecklistItem;
import org.citycertification.schemas.scoring.v1.Criterion;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.citycertification.schemas.scoring.v1.EditionPublished;
import org.citycertification.schemas.scoring.v1.EditionRetired;
import org.citycertification.schemas.scoring.v1.EditionTranslation;
import org.citycertification.schemas.scoring.v1.EvidenceRule;
import org.citycertification.schemas.scoring.v1.OutcomeGate;
import org.citycertification.schemas.scoring.v1.PracticeArea;
import org.citycertification.schemas.scoring.v1.TranslatedText;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.citycertification.schemas.standard.v1.Rounding;
import org.citycertification.schemas.standard.v1.Threshold;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.Retirement;
import org.citycertification.scoring.edition.domain.Translation;
import org.jspecify.annotations.Nullable;

/** Editions as their event. */
final class EditionEventMapper {

    private static final long FIRST_VERSION = 1;

    private EditionEventMapper() {}

    static EditionEvent toEvent(PublishedEdition published, Instant occurredAt) {
        var id = published.edition().id().value();
        return EditionEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(("edition:" + id + ":" + published.hash()).getBytes(UTF_8)))
                .setOccurredAt(occurredAt)
                .setEditionId(id)
                .setVersion(FIRST_VERSION)
                .setPublished(content(published))
                .build();
    }

    /** The edition as it was published, byte for byte, and that it is out of use. */
    static EditionEvent retired(EditionEvent latest, Retirement retirement) {
        var name =
                "edition:" + latest.getEditionId() + ":" + latest.getPublished().getContentHash() + ":retired";
        return EditionEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)))
                .setOccurredAt(retirement.at())
                .setEditionId(latest.getEditionId())
                .setVersion(latest.getVersion() + 1)
                .setPublished(latest.getPublished())
                .setRetired(new EditionRetired(retirement.at(), retirement.actor(), retirement.reason()))
                .build();
    }

    private static EditionPublished content(PublishedEdition published) {
        var edition = published.edition();
        return EditionPublished.newBuilder()
                .setContentHash(published.hash().hex())
                .setName(edition.name())
                .setIllustrative(edition.illustrative())
                .setNote(edition.note())
                .setAreas(edition.areas().stream()
                        .map(area -> new PracticeArea(area.code().value(), area.name()))
                        .toList())
                .setCriteria(edition.areas().stream()
                        .flatMap(area -> area.criteria().stream()
                                .map(criterion -> criterion(area.code().value(), criterion)))
                        .toList())
                .setThresholds(edition.thresholds().rising().stream()
                        .map(threshold -> new Threshold(
                                CertificationLevel.valueOf(threshold.level().name()), threshold.percent()))
                        .toList())
                .setMinimumPopulation(edition.eligibility().minimumPopulation())
                .setCountries(List.copyOf(edition.eligibility().countries()))
                .setValidityMonths(edition.validityMonths())
                .setRounding(rounding(edition.thresholds().rounding()))
                .setOutcomeGate(gate(edition))
                .setRecognition(edition.recognition())
                .setValidFrom(edition.validFrom())
                .setTranslations(translations(edition))
                .build();
    }

    /** What an edition does not use stays null, as it was before the field existed. */
    private static @Nullable Rounding rounding(org.citycertification.scoring.edition.domain.Rounding rounding) {
        return rounding == org.citycertification.scoring.edition.domain.Rounding.EXACT
                ? null
                : Rounding.valueOf(rounding.name());
    }

    private static @Nullable OutcomeGate gate(Edition edition) {
        var gate = edition.outcomeGate();
        return gate == null
                ? null
                : new OutcomeGate(
                        gate.required(),
                        gate.outcomes().stream()
                                .map(outcome -> criterion("", outcome))
                                .toList());
    }

    private static @Nullable List<EditionTranslation> translations(Edition edition) {
        return edition.translations().isEmpty()
                ? null
                : edition.translations().stream()
                        .map(one -> new EditionTranslation(one.language().code(), texts(one)))
                        .toList();
    }

    private static List<TranslatedText> texts(Translation translation) {
        return translation.texts().entrySet().stream()
                .map(text -> new TranslatedText(text.getKey().value(), text.getValue()))
                .toList();
    }

    private static Criterion criterion(String area, org.citycertification.scoring.edition.domain.Criterion criterion) {
        return Criterion.newBuilder()
                .setCode(criterion.code().value())
                .setArea(area)
                .setTitle(criterion.title())
                .setDescription(criterion.description())
                .setRequired(criterion.checklist().required())
                .setChecklist(criterion.checklist().items().stream()
                        .map(item -> new ChecklistItem(item.id().value(), item.text(), item.freshMonths()))
                        .toList())
                .setEvidence(criterion.evidence().stream()
                        .map(rule ->
                                new EvidenceRule(rule.kind().code(), rule.count(), rule.shows(), rule.freshMonths()))
                        .toList())
                .setPrerequisites(criterion.prerequisites().stream()
                        .map(CriterionCode::value)
                        .toList())
                .build();
    }
}
