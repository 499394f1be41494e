package org.citycertification.scoring.edition.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** An edition that uses every part there is; a test changes the part that it is about. */
final class WholeEdition {

    static final EvidenceKind DOCUMENT = new EvidenceKind("document");

    List<Threshold> thresholds = List.of(new Threshold(CertificationLevel.GOLD, 68));
    Rounding rounding = Rounding.NEAREST;
    OutcomeGate gate = new OutcomeGate(1, List.of(criterion("OUT1")));
    Eligibility eligibility = new Eligibility(30_000, Set.of("US", "UY"));
    Integer validityMonths = 24;
    LocalDate validFrom = LocalDate.of(2027, 1, 1);
    String recognition = "With thanks.";
    String name = "Whole";
    List<PracticeArea> areas = List.of(area("TT", criterion("TT1")));
    List<Translation> translations = List.of(spanish("Entera"));

    static Edition asItIs() {
        return with(whole -> {});
    }

    static Edition with(Consumer<WholeEdition> change) {
        var whole = new WholeEdition();
        change.accept(whole);
        return new Edition(
                new EditionId("whole-r1"),
                whole.name,
                false,
                "A note.",
                new Thresholds(whole.thresholds, whole.rounding),
                whole.gate,
                whole.eligibility,
                whole.validityMonths,
                whole.validFrom,
                whole.recognition,
                whole.areas,
                whole.translations);
    }

    static PracticeArea area(String code, Criterion... criteria) {
        return new PracticeArea(new AreaCode(code), "Area " + code, List.of(criteria));
    }

    static Criterion criterion(String code, String... prerequisites) {
        return aged(code, 12, 24, prerequisites);
    }

    /** Ages in months; null is any. */
    static Criterion aged(String code, Integer itemAge, Integer evidenceAge, String... prerequisites) {
        return new Criterion(
                new CriterionCode(code),
                "Title " + code,
                "Description " + code,
                new Checklist(
                        1,
                        List.of(
                                new ChecklistItem(new ChecklistItemId(code + ".a"), "Lately.", itemAge),
                                new ChecklistItem(new ChecklistItemId(code + ".b"), "Ever."))),
                List.of(new EvidenceRule(DOCUMENT, 1, "It.", evidenceAge)),
                List.of(prerequisites).stream().map(CriterionCode::new).toList());
    }

    static Translation spanish(String name) {
        return new Translation(
                Language.ES, Map.of(TextKey.NAME, name, TextKey.of(new AreaCode("TT")), "Área TT en español"));
    }
}
