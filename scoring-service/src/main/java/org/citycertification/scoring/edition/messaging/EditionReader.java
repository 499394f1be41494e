package org.citycertification.scoring.edition.messaging;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.citycertification.schemas.scoring.v1.EditionPublished;
import org.citycertification.schemas.scoring.v1.EditionTranslation;
import org.citycertification.schemas.scoring.v1.TranslatedText;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.AreaCode;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.edition.domain.Checklist;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.ContentHash;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Eligibility;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.edition.domain.EvidenceRule;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.edition.domain.OutcomeGate;
import org.citycertification.scoring.edition.domain.PracticeArea;
import org.citycertification.scoring.edition.domain.Retirement;
import org.citycertification.scoring.edition.domain.Rounding;
import org.citycertification.scoring.edition.domain.TextKey;
import org.citycertification.scoring.edition.domain.Threshold;
import org.citycertification.scoring.edition.domain.Thresholds;
import org.citycertification.scoring.edition.domain.Translation;
import org.jspecify.annotations.Nullable;

/** Events as editions. */
final class EditionReader {

    private EditionReader() {}

    /**
     * The edition in an event.
     *
     * @throws IllegalArgumentException if it is not what its content hash says; it may then hold rules that only a later
     *     build understands, and nothing must be scored against it here
     */
    static PublishedEdition read(String id, EditionPublished published) {
        var edition = edition(id, published);
        var read = PublishedEdition.of(edition);
        if (!read.hash().equals(new ContentHash(published.getContentHash()))) {
            throw new IllegalArgumentException("its content hash is " + published.getContentHash()
                    + ", but what this build can read of it has " + read.hash());
        }
        return read;
    }

    /** The edition of an event, and whether it is out of use; throws as the other does. */
    static PublishedEdition read(EditionEvent event) {
        return read(event.getEditionId(), event.getPublished()).retired(retirement(event));
    }

    static @Nullable Retirement retirement(EditionEvent event) {
        var retired = event.getRetired();
        return retired == null ? null : new Retirement(retired.getRetiredAt(), retired.getActor(), retired.getReason());
    }

    private static Edition edition(String id, EditionPublished published) {
        return new Edition(
                new EditionId(id),
                published.getName(),
                published.getIllustrative(),
                published.getNote(),
                thresholds(published),
                gate(published.getOutcomeGate()),
                new Eligibility(published.getMinimumPopulation(), Set.copyOf(published.getCountries())),
                published.getValidityMonths(),
                published.getValidFrom(),
                published.getRecognition(),
                published.getAreas().stream()
                        .map(area -> area(area, published.getCriteria()))
                        .toList(),
                published.getTranslations() == null
                        ? List.of()
                        : published.getTranslations().stream()
                                .map(EditionReader::translation)
                                .toList());
    }

    private static Thresholds thresholds(EditionPublished published) {
        var rounding = published.getRounding();
        return new Thresholds(
                published.getThresholds().stream().map(EditionReader::threshold).toList(),
                rounding == null ? Rounding.EXACT : Rounding.valueOf(rounding.name()));
    }

    private static @Nullable OutcomeGate gate(org.citycertification.schemas.scoring.v1.@Nullable OutcomeGate gate) {
        return gate == null
                ? null
                : new OutcomeGate(
                        gate.getRequired(),
                        gate.getOutcomes().stream()
                                .map(EditionReader::criterion)
                                .toList());
    }

    private static Translation translation(EditionTranslation translation) {
        var language = Language.of(translation.getLanguage())
                .orElseThrow(() -> new IllegalArgumentException(
                        "it has texts in a language that this build does not know: " + translation.getLanguage()));
        return new Translation(
                language,
                translation.getTexts().stream()
                        .collect(Collectors.toMap(text -> new TextKey(text.getOf()), TranslatedText::getText)));
    }

    private static Threshold threshold(org.citycertification.schemas.standard.v1.Threshold threshold) {
        return new Threshold(CertificationLevel.valueOf(threshold.getLevel().name()), threshold.getPercent());
    }

    private static PracticeArea area(
            org.citycertification.schemas.scoring.v1.PracticeArea area,
            List<org.citycertification.schemas.scoring.v1.Criterion> criteria) {
        return new PracticeArea(
                new AreaCode(area.getCode()),
                area.getName(),
                criteria.stream()
                        .filter(criterion -> criterion.getArea().equals(area.getCode()))
                        .map(EditionReader::criterion)
                        .toList());
    }

    private static Criterion criterion(org.citycertification.schemas.scoring.v1.Criterion criterion) {
        var items = criterion.getChecklist().stream()
                .map(item -> new ChecklistItem(
                        new ChecklistItemId(item.getId()), item.getText(), item.getEvidenceNotOlderThanMonths()))
                .toList();
        var evidence = criterion.getEvidence().stream()
                .map(rule -> new EvidenceRule(
                        new EvidenceKind(rule.getKind()),
                        rule.getCount(),
                        rule.getShows(),
                        rule.getNotOlderThanMonths()))
                .toList();
        return new Criterion(
                new CriterionCode(criterion.getCode()),
                criterion.getTitle(),
                criterion.getDescription(),
                new Checklist(criterion.getRequired(), items),
                evidence,
                criterion.getPrerequisites().stream().map(CriterionCode::new).toList());
    }
}
