package org.citycertification.scoring.edition.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An edition as one line of text that anyone can reproduce and hash: {@link CanonicalJson}. Areas, criteria, checklist
 * items, evidence rules, outcomes and thresholds keep the edition's order; countries and prerequisites are sorted, because
 * their order means nothing. A part that an edition does not use ({@code validityMonths} without a value, or what a later
 * format adds) is left out, so that the hash of an old edition stays what it is.
 */
public final class CanonicalRules {

    private CanonicalRules() {}

    public static String of(Edition edition) {
        var rules = new TreeMap<String, Object>();
        rules.put("areas", each(edition.areas(), CanonicalRules::area));
        rules.put("eligibility", eligibility(edition.eligibility()));
        rules.put("id", edition.id().value());
        rules.put("illustrative", edition.illustrative());
        rules.put("name", edition.name());
        rules.put("note", edition.note());
        rules.put("thresholds", each(edition.thresholds().rising(), CanonicalRules::threshold));
        putIfUsed(rules, "validityMonths", edition.validityMonths());
        putWhatLaterFormatsAdded(edition, rules);
        return CanonicalJson.of(rules);
    }

    private static void putWhatLaterFormatsAdded(Edition edition, Map<String, Object> rules) {
        if (edition.thresholds().rounding() != Rounding.EXACT) {
            rules.put("rounding", edition.thresholds().rounding().name());
        }
        if (edition.outcomeGate() != null) {
            rules.put("outcomeGate", gate(edition.outcomeGate()));
        }
        putIfUsed(rules, "recognition", edition.recognition());
        putIfUsed(
                rules,
                "validFrom",
                edition.validFrom() == null ? null : edition.validFrom().toString());
        if (!edition.translations().isEmpty()) {
            var translations = new TreeMap<String, Object>();
            edition.translations()
                    .forEach(one -> translations.put(one.language().code(), texts(one)));
            rules.put("translations", translations);
        }
    }

    private static void putIfUsed(Map<String, Object> rules, String name, @Nullable Object value) {
        if (value != null) {
            rules.put(name, value);
        }
    }

    private static Object texts(Translation translation) {
        var texts = new TreeMap<String, Object>();
        translation.texts().forEach((key, text) -> texts.put(key.value(), text));
        return texts;
    }

    private static Object area(PracticeArea area) {
        return Map.<String, Object>of(
                "code", area.code().value(),
                "criteria", each(area.criteria(), CanonicalRules::criterion),
                "name", area.name());
    }

    private static Object gate(OutcomeGate gate) {
        return Map.<String, Object>of(
                "outcomes", each(gate.outcomes(), CanonicalRules::criterion), "required", gate.required());
    }

    private static Object criterion(Criterion criterion) {
        var prerequisites = criterion.prerequisites().stream().sorted().toList();
        return Map.<String, Object>of(
                "checklist", each(criterion.checklist().items(), CanonicalRules::item),
                "code", criterion.code().value(),
                "description", criterion.description(),
                "evidence", each(criterion.evidence(), CanonicalRules::evidence),
                "prerequisites", each(prerequisites, CriterionCode::value),
                "required", criterion.checklist().required(),
                "title", criterion.title());
    }

    private static Object item(ChecklistItem item) {
        var rules = new TreeMap<String, Object>(
                Map.<String, Object>of("id", item.id().value(), "text", item.text()));
        putIfUsed(rules, "evidenceNotOlderThanMonths", item.freshMonths());
        return rules;
    }

    private static Object evidence(EvidenceRule rule) {
        var rules = new TreeMap<String, Object>(Map.<String, Object>of(
                "count", rule.count(), "kind", rule.kind().code(), "shows", rule.shows()));
        putIfUsed(rules, "notOlderThanMonths", rule.freshMonths());
        return rules;
    }

    private static Object eligibility(Eligibility eligibility) {
        return Map.<String, Object>of(
                "countries", List.copyOf(eligibility.countries()),
                "minimumPopulation", eligibility.minimumPopulation());
    }

    private static Object threshold(Threshold threshold) {
        return Map.<String, Object>of("level", threshold.level().name(), "percent", threshold.percent());
    }

    private static <T> List<Object> each(List<T> values, Function<T, Object> form) {
        return values.stream().map(form).toList();
    }
}
