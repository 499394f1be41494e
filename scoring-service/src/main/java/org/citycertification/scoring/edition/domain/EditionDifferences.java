package org.citycertification.scoring.edition.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one edition says otherwise than another. */
public final class EditionDifferences {

    /** How something differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One thing that differs.
     *
     * @param place what it is about, for example {@code DM3}, {@code DM3.required} or {@code thresholds.GOLD}
     * @param before what it was; empty if it is new
     * @param after what it is; empty if it is gone
     * @param wording true if only words for people differ and no rule does
     */
    public record Difference(Kind kind, String place, String before, String after, boolean wording) {}

    private EditionDifferences() {}

    /** From the older to the newer: rules first, then words; in the order of the editions within each. */
    public static List<Difference> between(Edition older, Edition newer) {
        var differences = new ArrayList<>(differences(rules(older), rules(newer), false));
        differences.removeIf(difference -> isPartOfOneThatCameOrWent(difference, older, newer));
        differences.addAll(differences(words(older, newer), words(newer, older), true));
        return differences;
    }

    private static boolean isPartOfOneThatCameOrWent(Difference difference, Edition older, Edition newer) {
        int dot = difference.place().indexOf('.');
        return dot > 0
                && has(older, difference.place().substring(0, dot))
                        != has(newer, difference.place().substring(0, dot));
    }

    private static boolean has(Edition edition, String code) {
        return edition.answerable().stream()
                .anyMatch(criterion -> criterion.code().value().equals(code));
    }

    private static List<Difference> differences(
            Map<String, String> before, Map<String, String> after, boolean wording) {
        Set<String> places = new LinkedHashSet<>(before.keySet());
        places.addAll(after.keySet());
        return places.stream()
                .filter(place -> !before.getOrDefault(place, "").equals(after.getOrDefault(place, "")))
                .map(place -> difference(place, before.getOrDefault(place, ""), after.getOrDefault(place, ""), wording))
                .toList();
    }

    private static Difference difference(String place, String before, String after, boolean wording) {
        var kind = before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
        return new Difference(kind, place, before, after, wording);
    }

    private static Map<String, String> rules(Edition edition) {
        var facts = new LinkedHashMap<String, String>();
        edition.thresholds()
                .rising()
                .forEach(threshold -> facts.put("thresholds." + threshold.level(), threshold.percent() + " percent"));
        facts.put("rounding", edition.thresholds().rounding().name());
        facts.put(
                "eligibility.minimumPopulation",
                String.valueOf(edition.eligibility().minimumPopulation()));
        facts.put(
                "eligibility.countries", String.join(" ", edition.eligibility().countries()));
        facts.put(
                "validityMonths",
                edition.validityMonths() == null ? "" : edition.validityMonths().toString());
        facts.put(
                "validFrom",
                edition.validFrom() == null ? "" : edition.validFrom().toString());
        if (edition.outcomeGate() != null) {
            facts.put(
                    "outcomeGate.required", String.valueOf(edition.outcomeGate().required()));
        }
        edition.answerable().forEach(criterion -> put(criterion, facts));
        return facts;
    }

    private static void put(Criterion criterion, Map<String, String> facts) {
        var code = criterion.code().value();
        facts.put(code, "criterion");
        facts.put(code + ".required", String.valueOf(criterion.checklist().required()));
        for (var item : criterion.checklist().items()) {
            facts.put(item.id().value(), "item" + age(item.freshMonths()));
        }
        for (var rule : criterion.evidence()) {
            facts.put(code + ".evidence." + rule.kind(), rule.count() + age(rule.freshMonths()));
        }
        facts.put(
                code + ".prerequisites",
                criterion.prerequisites().stream()
                        .sorted()
                        .map(CriterionCode::value)
                        .collect(Collectors.joining(" ")));
    }

    private static String age(@Nullable Integer months) {
        return months == null ? "" : ", not older than " + months + " months";
    }

    /** Texts of what both editions have; a text of what only one has is no change of words. */
    private static Map<String, String> words(Edition edition, Edition other) {
        var known = EditionWording.english(other).keySet();
        var words = new LinkedHashMap<String, String>();
        put("en", EditionWording.english(edition), known, words);
        for (var translation : edition.translations()) {
            put(translation.language().code(), translation.texts(), known, words);
        }
        return words;
    }

    private static void put(
            String language, Map<TextKey, String> texts, Set<TextKey> known, Map<String, String> words) {
        texts.forEach((key, text) -> {
            if (known.contains(key)) {
                words.put(key + "." + language, text);
            }
        });
    }
}
