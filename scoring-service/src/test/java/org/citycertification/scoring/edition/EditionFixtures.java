package org.citycertification.scoring.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.citycertification.scoring.edition.domain.AreaCode;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.edition.domain.Checklist;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Eligibility;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.edition.domain.EvidenceRule;
import org.citycertification.scoring.edition.domain.OutcomeGate;
import org.citycertification.scoring.edition.domain.PracticeArea;
import org.citycertification.scoring.edition.domain.Rounding;
import org.citycertification.scoring.edition.domain.Threshold;
import org.citycertification.scoring.edition.domain.Thresholds;
import org.citycertification.scoring.edition.file.EditionFile;
import org.jspecify.annotations.Nullable;

/** Editions for tests. */
public final class EditionFixtures {

    private static final Thresholds SHIPPED_THRESHOLDS = new Thresholds(List.of(
            new Threshold(CertificationLevel.SILVER, 51),
            new Threshold(CertificationLevel.GOLD, 68),
            new Threshold(CertificationLevel.PLATINUM, 85)));

    private EditionFixtures() {}

    /** The edition that ships. */
    public static Edition shipped() {
        try (InputStream yaml = EditionFixtures.class.getResourceAsStream("/editions/2022-r1.yml")) {
            return EditionFile.read("2022-r1.yml", yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One area TT whose criteria need 2 of 3 items and one document each. */
    public static Edition editionOf(Criterion... criteria) {
        return edition("test-r1", new PracticeArea(new AreaCode("TT"), "Test area", List.of(criteria)));
    }

    /** As the standard was before 2022: 45 criteria, Silver at 51, Gold at 67, Platinum at 84 percent. */
    public static Edition of45Criteria(Rounding rounding) {
        var criteria =
                IntStream.rangeClosed(1, 45).mapToObj(i -> criterion("TT" + i)).toList();
        var thresholds = new Thresholds(
                List.of(
                        new Threshold(CertificationLevel.SILVER, 51),
                        new Threshold(CertificationLevel.GOLD, 67),
                        new Threshold(CertificationLevel.PLATINUM, 84)),
                rounding);
        var area = new PracticeArea(new AreaCode("TT"), "Test area", criteria);
        return edition("test-45", thresholds, null, area);
    }

    /** An edition that asks for outcomes besides. */
    public static Edition withGate(OutcomeGate gate, Criterion... criteria) {
        var area = new PracticeArea(new AreaCode("TT"), "Test area", List.of(criteria));
        return edition("test-r1", SHIPPED_THRESHOLDS, gate, area);
    }

    public static Edition edition(String id, PracticeArea... areas) {
        return edition(id, SHIPPED_THRESHOLDS, null, areas);
    }

    private static Edition edition(
            String id, Thresholds thresholds, @Nullable OutcomeGate gate, PracticeArea... areas) {
        return new Edition(
                new EditionId(id),
                "Test edition",
                true,
                "Made up.",
                thresholds,
                gate,
                new Eligibility(30_000, Set.of("US", "UY")),
                null,
                null,
                null,
                List.of(areas),
                List.of());
    }

    public static Criterion criterion(String code, String... prerequisites) {
        return criterion(code, 2, List.of(new EvidenceRule(new EvidenceKind("document"), 1, "It.")), prerequisites);
    }

    public static Criterion criterion(String code, int required, List<EvidenceRule> evidence, String... prerequisites) {
        var items = IntStream.range(0, 3)
                .mapToObj(i -> new ChecklistItem(
                        new ChecklistItemId(code + "." + "abc".charAt(i)), "Part " + i + " of " + code + "."))
                .toList();
        return new Criterion(
                new CriterionCode(code),
                "Title of " + code,
                "Description of " + code + ".",
                new Checklist(required, items),
                evidence,
                List.of(prerequisites).stream().map(CriterionCode::new).toList());
    }
}
