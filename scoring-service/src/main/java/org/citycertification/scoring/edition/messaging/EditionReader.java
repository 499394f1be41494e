package org.citycertification.scoring.edition.messaging;

import java.util.List;
import java.util.Set;
import org.citycertification.schemas.scoring.v1.EditionPublished;
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
import org.citycertification.scoring.edition.domain.PracticeArea;
import org.citycertification.scoring.edition.domain.Threshold;
import org.citycertification.scoring.edition.domain.Thresholds;

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

    private static Edition edition(String id, EditionPublished published) {
        return new Edition(
                new EditionId(id),
                published.getName(),
                published.getIllustrative(),
                published.getNote(),
                new Thresholds(published.getThresholds().stream()
                        .map(EditionReader::threshold)
                        .toList()),
                new Eligibility(published.getMinimumPopulation(), Set.copyOf(published.getCountries())),
                published.getValidityMonths(),
                published.getAreas().stream()
                        .map(area -> area(area, published.getCriteria()))
                        .toList());
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
                .map(item -> new ChecklistItem(new ChecklistItemId(item.getId()), item.getText()))
                .toList();
        var evidence = criterion.getEvidence().stream()
                .map(rule -> new EvidenceRule(new EvidenceKind(rule.getKind()), rule.getCount(), rule.getShows()))
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
