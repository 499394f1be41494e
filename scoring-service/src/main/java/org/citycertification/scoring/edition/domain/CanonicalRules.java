package org.citycertification.scoring.edition.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An edition as one line of text that anyone can reproduce and hash: JSON without white space, the names of every
 * object in rising order. In strings only {@code "}, {@code \} and characters below U+0020 are escaped, the latter as
 * a backslash, {@code u00} and two lower-case hexadecimal digits. Areas, criteria, checklist items, evidence rules and
 * thresholds keep the edition's order; countries and prerequisites are sorted, because their order means nothing. A
 * part that an edition does not use ({@code validityMonths} without a value, or what a later format adds) is left out,
 * so that the hash of an old edition stays what it is.
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
        if (edition.validityMonths() != null) {
            rules.put("validityMonths", edition.validityMonths());
        }
        return json(rules);
    }

    private static Object area(PracticeArea area) {
        return Map.<String, Object>of(
                "code", area.code().value(),
                "criteria", each(area.criteria(), CanonicalRules::criterion),
                "name", area.name());
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
        return Map.<String, Object>of("id", item.id().value(), "text", item.text());
    }

    private static Object evidence(EvidenceRule rule) {
        return Map.<String, Object>of("count", rule.count(), "kind", rule.kind().code(), "shows", rule.shows());
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

    private static String json(Object value) {
        if (value instanceof Map<?, ?> object) {
            return new TreeMap<>(object)
                    .entrySet().stream()
                            .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> array) {
            return array.stream().map(CanonicalRules::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x20) {
                quoted.append("\\u00")
                        .append(Character.forDigit(character >> 4, 16))
                        .append(Character.forDigit(character & 15, 16));
            } else if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
