package org.citycertification.scoring.edition.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citycertification.scoring.edition.domain.Checklist;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.CriteriaRules.Outline;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EditionRules;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.edition.domain.EvidenceRule;
import org.citycertification.scoring.edition.domain.Placed;
import org.citycertification.scoring.edition.domain.TextKey;
import org.jspecify.annotations.Nullable;

/** Reads one criterion, or one outcome of the gate. */
final class CriterionSection {

    private static final String[] KEYS = {"code", "title", "description", "checklist", "evidence", "prerequisites"};
    private static final Set<String> ALL = Set.of("all");

    private final Section section;
    private final Findings findings;
    private final Texts texts;
    private final Set<String> kinds;
    private final Optional<Placed<CriterionCode>> code;
    private final List<Placed<CriterionCode>> prerequisites;

    CriterionSection(Section section, Texts texts, Set<String> kinds) {
        this.section = section;
        this.findings = section.findings();
        this.texts = texts;
        this.kinds = kinds;
        this.code = section.value("code", CriterionCode::new);
        this.prerequisites =
                section.has("prerequisites") ? section.values("prerequisites", CriterionCode::new) : List.of();
        findings.addAll(EditionRules.distinct("prerequisite", prerequisites));
    }

    static String[] keys() {
        return KEYS.clone();
    }

    Optional<Placed<CriterionCode>> code() {
        return code;
    }

    Optional<Outline> outline() {
        return code.map(known -> new Outline(known, prerequisites));
    }

    /** The criterion; empty or incomplete if something is wrong with it, which is noted then. */
    Optional<Criterion> read() {
        var known = code.map(Placed::value);
        var title = texts.read(section, "title", known.map(TextKey::title));
        var description = texts.read(section, "description", known.map(TextKey::description));
        var checklist = section.section("checklist", "required", "items").flatMap(this::checklist);
        var evidence = evidence();
        if (findings.any() || known.isEmpty() || title.isEmpty() || description.isEmpty() || checklist.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Criterion(
                known.get(),
                title.get(),
                description.get(),
                checklist.get(),
                evidence,
                prerequisites.stream().map(Placed::value).toList()));
    }

    private Optional<Checklist> checklist(Section list) {
        var ids = new ArrayList<Placed<ChecklistItemId>>();
        var items = new ArrayList<ChecklistItem>();
        for (var each : list.sections("items", "id", "text", "evidenceNotOlderThanMonths")) {
            var id = each.value("id", ChecklistItemId::new);
            var text = texts.read(each, "text", id.map(Placed::value).map(TextKey::of));
            var months = months(each, "evidenceNotOlderThanMonths");
            id.ifPresent(ids::add);
            if (id.isPresent() && text.isPresent()) {
                items.add(new ChecklistItem(id.get().value(), text.get(), months));
            }
        }
        findings.addAll(EditionRules.distinct("checklist item", ids));
        code.ifPresent(known -> findings.addAll(EditionRules.itemsOf(known.value(), ids)));
        var required = required(list);
        required.ifPresent(number -> findings.addAll(EditionRules.checklist(number, list.size("items"))));
        return findings.any() ? Optional.empty() : required.map(number -> new Checklist(number.value(), items));
    }

    private static Optional<Placed<Integer>> required(Section list) {
        return list.isOneOf("required", ALL)
                ? Optional.of(new Placed<>(list.place("required"), list.size("items")))
                : list.number("required");
    }

    private List<EvidenceRule> evidence() {
        var rules = new ArrayList<EvidenceRule>();
        var named = new ArrayList<Placed<EvidenceKind>>();
        for (var each : section.sections("evidence", "kind", "count", "shows", "notOlderThanMonths")) {
            var kind = each.value("kind", this::kind);
            var count = each.number("count");
            count.ifPresent(number -> findings.addAll(EditionRules.atLeast(1, number, "the count")));
            var shows = texts.read(each, "shows", code.flatMap(of -> kind.map(what -> key(of, what))));
            var months = months(each, "notOlderThanMonths");
            kind.ifPresent(named::add);
            if (!findings.any() && kind.isPresent() && count.isPresent() && shows.isPresent()) {
                rules.add(new EvidenceRule(kind.get().value(), count.get().value(), shows.get(), months));
            }
        }
        findings.addAll(EditionRules.distinct("evidence kind", named));
        return rules;
    }

    private static TextKey key(Placed<CriterionCode> criterion, Placed<EvidenceKind> kind) {
        return TextKey.evidence(criterion.value(), kind.value());
    }

    private EvidenceKind kind(String code) {
        var kind = new EvidenceKind(code);
        if (!kinds.contains(code)) {
            throw new IllegalArgumentException("evidence kind " + code + " is not one of "
                    + kinds.stream().sorted().collect(Collectors.joining(", ")));
        }
        return kind;
    }

    private @Nullable Integer months(Section each, String key) {
        if (!each.has(key)) {
            return null;
        }
        var months = each.number(key);
        if (months.isPresent() && !EvidenceRule.isPossibleAge(months.get().value())) {
            findings.add(each.place(key), EvidenceRule.POSSIBLE_AGES);
            return null;
        }
        return months.map(Placed::value).orElse(null);
    }
}
