package org.citycertification.scoring.edition.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.citycertification.scoring.edition.domain.PracticeArea;
import org.citycertification.scoring.edition.domain.Threshold;
import org.citycertification.scoring.edition.domain.Thresholds;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads one edition from YAML and refuses whatever it does not understand. */
public final class EditionFile {

    private static final int LARGEST_FILE = 1024 * 1024;

    private EditionFile() {}

    /**
     * Reads an edition.
     *
     * @param name how messages call the file
     * @throws InvalidEditionFile if the file breaks a rule of the format or of the edition
     */
    public static Edition read(String name, InputStream yaml) throws IOException {
        try {
            return edition(Section.of("", parse(yaml)));
        } catch (IllegalArgumentException | YAMLException e) {
            throw new InvalidEditionFile(name + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Object parse(InputStream yaml) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(LARGEST_FILE);
        return new Yaml(new SafeConstructor(options)).load(yaml);
    }

    private static Edition edition(Section root) {
        root.allowing(
                "id",
                "name",
                "illustrative",
                "note",
                "thresholds",
                "eligibility",
                "validityMonths",
                "evidenceKinds",
                "areas");
        var kinds = distinct("evidenceKinds", root.texts("evidenceKinds"));
        return new Edition(
                new EditionId(root.text("id")),
                root.english("name"),
                root.flag("illustrative"),
                root.english("note"),
                new Thresholds(root.sections("thresholds").stream()
                        .map(EditionFile::threshold)
                        .toList()),
                eligibility(root.section("eligibility")),
                root.numberOrNull("validityMonths"),
                root.sections("areas").stream().map(area -> area(area, kinds)).toList());
    }

    private static Threshold threshold(Section section) {
        section.allowing("level", "percent");
        var level = Arrays.stream(CertificationLevel.values())
                .filter(known -> known.name().equals(section.text("level")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("thresholds: unknown level " + section.text("level")));
        return new Threshold(level, section.number("percent"));
    }

    private static Eligibility eligibility(Section section) {
        section.allowing("minimumPopulation", "countries");
        var countries = distinct("eligibility.countries", section.texts("countries"));
        return new Eligibility(section.number("minimumPopulation"), countries);
    }

    private static Set<String> distinct(String path, List<String> texts) {
        var distinct = new HashSet<String>();
        for (var text : texts) {
            if (!distinct.add(text)) {
                throw new IllegalArgumentException(path + ": " + text + " appears twice");
            }
        }
        return distinct;
    }

    private static PracticeArea area(Section section, Set<String> kinds) {
        section.allowing("code", "name", "criteria");
        var criteria = section.sections("criteria").stream()
                .map(criterion -> named(criterion, kinds))
                .toList();
        return new PracticeArea(new AreaCode(section.text("code")), section.english("name"), criteria);
    }

    private static Criterion named(Section section, Set<String> kinds) {
        var code = new CriterionCode(section.text("code"));
        try {
            return criterion(code, new Section("", section.values()), kinds);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(code + ": " + e.getMessage(), e);
        }
    }

    private static Criterion criterion(CriterionCode code, Section section, Set<String> kinds) {
        section.allowing("code", "title", "description", "checklist", "evidence", "prerequisites");
        var prerequisites = section.textsOrNone("prerequisites").stream()
                .map(CriterionCode::new)
                .toList();
        return new Criterion(
                code,
                section.english("title"),
                section.english("description"),
                checklist(section.section("checklist")),
                section.sections("evidence").stream()
                        .map(rule -> evidence(rule, kinds))
                        .toList(),
                prerequisites);
    }

    private static Checklist checklist(Section section) {
        section.allowing("required", "items");
        var items = section.sections("items").stream()
                .map(item -> item.allowing("id", "text"))
                .map(item -> new ChecklistItem(new ChecklistItemId(item.text("id")), item.english("text")))
                .toList();
        return new Checklist(section.number("required"), items);
    }

    private static EvidenceRule evidence(Section section, Set<String> kinds) {
        section.allowing("kind", "count", "shows");
        var kind = new EvidenceKind(section.text("kind"));
        if (!kinds.contains(kind.code())) {
            throw new IllegalArgumentException("evidence kind " + kind + " is not one of "
                    + kinds.stream().sorted().collect(Collectors.joining(", ")));
        }
        return new EvidenceRule(kind, section.number("count"), section.english("shows"));
    }
}
