package org.citycertification.scoring.edition.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citycertification.scoring.edition.domain.AreaCode;
import org.citycertification.scoring.edition.domain.CriteriaRules;
import org.citycertification.scoring.edition.domain.CriteriaRules.Outline;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EditionRules;
import org.citycertification.scoring.edition.domain.Placed;
import org.citycertification.scoring.edition.domain.PracticeArea;
import org.citycertification.scoring.edition.domain.TextKey;

/** Reads the practice areas with their criteria. */
final class AreaSections {

    private final Section root;
    private final Findings findings;
    private final Texts texts;
    private final Set<String> kinds;
    private final List<Outline> outlines = new ArrayList<>();

    AreaSections(Section root, Texts texts, Set<String> kinds) {
        this.root = root;
        this.findings = root.findings();
        this.texts = texts;
        this.kinds = kinds;
    }

    /** Codes and prerequisites of all criteria read, for the rules between them. */
    List<Outline> outlines() {
        return outlines;
    }

    /** The areas; incomplete if something is wrong with them, which is noted then. */
    List<PracticeArea> read() {
        var codes = new ArrayList<Placed<AreaCode>>();
        var areas = new ArrayList<PracticeArea>();
        var sections = root.sections("areas", "code", "name", "criteria");
        var tooMany = CriteriaRules.tooMany(
                sections.stream().mapToInt(section -> section.size("criteria")).sum());
        if (!tooMany.isEmpty()) {
            findings.addAll(tooMany);
            return List.of();
        }
        for (var section : sections) {
            var code = section.value("code", AreaCode::new);
            code.ifPresent(codes::add);
            read(section, code).ifPresent(areas::add);
        }
        if (root.has("areas")) {
            findings.addAll(EditionRules.notEmpty("areas", root.size("areas"), "the edition has no areas"));
        }
        findings.addAll(EditionRules.distinct("area", codes));
        return areas;
    }

    private Optional<PracticeArea> read(Section section, Optional<Placed<AreaCode>> code) {
        var name = texts.read(section, "name", code.map(Placed::value).map(TextKey::of));
        var criteria = section.sections("criteria", CriterionSection.keys()).stream()
                .map(each -> new CriterionSection(each, texts, kinds))
                .toList();
        var read = criteria.stream()
                .map(CriterionSection::read)
                .flatMap(Optional::stream)
                .toList();
        criteria.stream()
                .map(CriterionSection::outline)
                .flatMap(Optional::stream)
                .forEach(outlines::add);
        code.ifPresent(known -> findings.addAll(EditionRules.criteriaOf(known.value(), codes(criteria))));
        if (section.has("criteria")) {
            findings.addAll(EditionRules.notEmpty(
                    section.place("criteria"), section.size("criteria"), "the area has no criteria"));
        }
        return findings.any() || code.isEmpty() || name.isEmpty()
                ? Optional.empty()
                : Optional.of(new PracticeArea(code.get().value(), name.get(), read));
    }

    private static List<Placed<CriterionCode>> codes(List<CriterionSection> criteria) {
        return criteria.stream()
                .map(CriterionSection::code)
                .flatMap(Optional::stream)
                .toList();
    }
}
