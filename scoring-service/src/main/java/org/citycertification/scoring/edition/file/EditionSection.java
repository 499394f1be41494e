package org.citycertification.scoring.edition.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.edition.domain.CriteriaRules;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.EditionRules;
import org.citycertification.scoring.edition.domain.Eligibility;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.edition.domain.OutcomeGate;
import org.citycertification.scoring.edition.domain.Placed;
import org.citycertification.scoring.edition.domain.Rounding;
import org.citycertification.scoring.edition.domain.TextKey;
import org.citycertification.scoring.edition.domain.Threshold;
import org.citycertification.scoring.edition.domain.Thresholds;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a whole edition. */
final class EditionSection {

    private static final String[] KEYS = {
        "id",
        "name",
        "illustrative",
        "note",
        "thresholds",
        "rounding",
        "outcomeGate",
        "eligibility",
        "validityMonths",
        "validFrom",
        "recognition",
        "evidenceKinds",
        "areas"
    };

    private final Section root;
    private final Findings findings;
    private final Texts texts = new Texts();
    private final Set<String> kinds;
    private final AreaSections areas;

    private EditionSection(Section root) {
        this.root = root;
        this.findings = root.findings();
        texts.languages(root);
        var named = root.values("evidenceKinds", EvidenceKind::new);
        findings.addAll(EditionRules.distinct("evidence kind", named));
        kinds = named.stream().map(kind -> kind.value().code()).collect(Collectors.toSet());
        areas = new AreaSections(root, texts, kinds);
    }

    /** The edition; empty if something is wrong with it, which is noted then. */
    static Optional<Edition> read(Node node, Findings findings) {
        return Section.of(findings, "", node, KEYS).flatMap(root -> new EditionSection(root).read());
    }

    private Optional<Edition> read() {
        var id = root.value("id", EditionId::new).map(Placed::value);
        var name = texts.read(root, "name", Optional.of(TextKey.NAME));
        var illustrative = root.flag("illustrative");
        var note = texts.read(root, "note", Optional.of(TextKey.NOTE));
        var recognition = root.has("recognition")
                ? texts.read(root, "recognition", Optional.of(TextKey.RECOGNITION))
                : Optional.<String>empty();
        var thresholds = thresholds();
        var eligibility =
                root.section("eligibility", "minimumPopulation", "countries").flatMap(this::eligibility);
        var validity = optionalNumber("validityMonths");
        validity.ifPresent(months -> findings.addAll(EditionRules.atLeast(1, months, "the validity in months")));
        var validFrom = root.has("validFrom")
                ? root.value("validFrom", EditionSection::date)
                : Optional.<Placed<LocalDate>>empty();
        var read = areas.read();
        var gate = gate();
        if (findings.any()) {
            return Optional.empty();
        }
        return Optional.of(new Edition(
                id.orElseThrow(),
                name.orElseThrow(),
                illustrative.orElseThrow(),
                note.orElseThrow(),
                thresholds.orElseThrow(),
                gate.orElse(null),
                eligibility.orElseThrow(),
                validity.map(Placed::value).orElse(null),
                validFrom.map(Placed::value).orElse(null),
                recognition.orElse(null),
                read,
                texts.translations()));
    }

    private Optional<Placed<Integer>> optionalNumber(String key) {
        return root.has(key) ? root.number(key) : Optional.empty();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date like 2026-01-31 is expected, but was '" + text + "'", e);
        }
    }

    private Optional<Thresholds> thresholds() {
        var read = new ArrayList<Placed<Threshold>>();
        for (var each : root.sections("thresholds", "level", "percent")) {
            var level = each.value("level", text -> named(CertificationLevel.values(), text, "level"));
            var percent = each.number("percent");
            if (level.isPresent() && percent.isPresent()) {
                threshold(each, level.get().value(), percent.get().value()).ifPresent(read::add);
            }
        }
        if (root.has("thresholds")) {
            findings.addAll(
                    EditionRules.notEmpty("thresholds", root.size("thresholds"), "at least one threshold is needed"));
        }
        findings.addAll(EditionRules.rising(read));
        var rounding = root.has("rounding")
                ? root.value("rounding", text -> named(Rounding.values(), text, "rounding"))
                        .map(Placed::value)
                : Optional.of(Rounding.EXACT);
        return findings.any()
                ? Optional.empty()
                : rounding.map(
                        how -> new Thresholds(read.stream().map(Placed::value).toList(), how));
    }

    private Optional<Placed<Threshold>> threshold(Section each, CertificationLevel level, int percent) {
        try {
            return Optional.of(new Placed<>(each.path(), new Threshold(level, percent)));
        } catch (IllegalArgumentException e) {
            findings.add(each.place("percent"), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E named(E[] known, String text, String what) {
        return Arrays.stream(known)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown " + what + " " + text + "; known are "
                        + Arrays.stream(known).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private Optional<Eligibility> eligibility(Section section) {
        var population = section.number("minimumPopulation");
        population.ifPresent(number -> findings.addAll(EditionRules.atLeast(0, number, "the population")));
        var countries = section.values("countries", country -> country);
        findings.addAll(EditionRules.countries(countries));
        return findings.any()
                ? Optional.empty()
                : population.map(number -> new Eligibility(
                        number.value(),
                        new HashSet<>(countries.stream().map(Placed::value).toList())));
    }

    private Optional<OutcomeGate> gate() {
        var outcomes = new ArrayList<CriterionSection>();
        var gate = root.has("outcomeGate")
                ? root.section("outcomeGate", "required", "outcomes")
                : Optional.<Section>empty();
        gate.ifPresent(section -> section.sections("outcomes", "code", "title", "description", "checklist", "evidence")
                .forEach(each -> outcomes.add(new CriterionSection(each, texts, kinds))));
        var read = outcomes.stream()
                .map(CriterionSection::read)
                .flatMap(Optional::stream)
                .toList();
        var required = gate.flatMap(section -> section.number("required"));
        required.ifPresent(number -> findings.addAll(EditionRules.gate(
                number, gate.map(section -> section.size("outcomes")).orElse(0))));
        findings.addAll(CriteriaRules.violations(
                areas.outlines(),
                outcomes.stream()
                        .map(CriterionSection::code)
                        .flatMap(Optional::stream)
                        .toList()));
        return findings.any() ? Optional.empty() : required.map(number -> new OutcomeGate(number.value(), read));
    }
}
