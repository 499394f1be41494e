package org.citycertification.scoring.edition.pages;

import java.util.List;
import org.citycertification.scoring.edition.domain.EditionDifferences.Difference;
import org.citycertification.scoring.edition.domain.EditionDifferences.Kind;
import org.citycertification.scoring.edition.pages.DifferenceLine.Effect;
import org.citycertification.scoring.edition.pages.DifferenceLine.Value;

/** Differences between a published edition and a file, as people read them. */
final class DifferenceLines {

    private final EditionPage older;
    private final EditionPage newer;
    private final RuleValues before;
    private final RuleValues after;

    DifferenceLines(EditionPage older, EditionPage newer) {
        this.older = older;
        this.newer = newer;
        this.before = new RuleValues(older);
        this.after = new RuleValues(newer);
    }

    DifferenceLine line(Difference difference) {
        return difference.wording() ? wording(difference) : rule(difference);
    }

    private static DifferenceLine wording(Difference difference) {
        int dot = difference.place().lastIndexOf('.');
        var language = difference.place().substring(dot + 1);
        return new DifferenceLine(
                effect(difference.kind()),
                "check.at.words." + language,
                List.of(difference.place().substring(0, dot)),
                Value.text(new EditionPage.Text(difference.before(), language)),
                Value.text(new EditionPage.Text(difference.after(), language)));
    }

    private DifferenceLine rule(Difference difference) {
        var place = difference.place();
        if (place.equals("eligibility.countries")) {
            return new DifferenceLine(
                    Effect.OTHER, "check.at.countries", List.of(), only(older, newer), only(newer, older));
        }
        return new DifferenceLine(effect(difference), label(place), about(place), before.at(place), after.at(place));
    }

    /** Countries of the one that the other lacks. */
    private static Value only(EditionPage one, EditionPage other) {
        var names = one.countries().stream()
                .filter(name -> !other.countries().contains(name))
                .toList();
        return names.isEmpty() ? Value.NOTHING : Value.of("check.text", String.join(", ", names));
    }

    private Effect effect(Difference difference) {
        if (difference.place().endsWith(".prerequisites")) {
            return prerequisites(difference.place());
        }
        var was = before.strictness(difference.place());
        var is = after.strictness(difference.place());
        if (difference.kind() != Kind.CHANGED || was.size() != is.size() || was.isEmpty()) {
            return effect(difference.kind());
        }
        boolean stricter = false;
        boolean easier = false;
        for (int i = 0; i < was.size(); i++) {
            stricter |= is.get(i) > was.get(i);
            easier |= is.get(i) < was.get(i);
        }
        return stricter == easier ? Effect.OTHER : stricter ? Effect.STRICTER : Effect.EASIER;
    }

    private Effect prerequisites(String place) {
        var was = before.prerequisites(place);
        var is = after.prerequisites(place);
        return is.containsAll(was) ? Effect.STRICTER : was.containsAll(is) ? Effect.EASIER : Effect.OTHER;
    }

    private static Effect effect(Kind kind) {
        return switch (kind) {
            case ADDED -> Effect.NEW;
            case REMOVED -> Effect.GONE;
            case CHANGED -> Effect.OTHER;
        };
    }

    private static String label(String place) {
        if (place.startsWith("thresholds.")) {
            return "check.at.threshold." + place.substring("thresholds.".length());
        }
        var part = place.substring(RuleValues.criterionCode(place).length());
        return switch (place) {
            case "rounding" -> "check.at.rounding";
            case "eligibility.minimumPopulation" -> "check.at.population";
            case "validityMonths" -> "check.at.validity";
            case "validFrom" -> "check.at.validFrom";
            case "outcomeGate.required" -> "check.at.outcomes";
            default ->
                part.isEmpty()
                        ? "check.at.criterion"
                        : part.equals(".required")
                                ? "check.at.required"
                                : part.equals(".prerequisites")
                                        ? "check.at.prerequisites"
                                        : part.startsWith(".evidence.") ? "check.at.evidence" : "check.at.item";
        };
    }

    private static List<Object> about(String place) {
        var code = RuleValues.criterionCode(place);
        int evidence = place.indexOf(".evidence.");
        if (evidence >= 0) {
            return List.of(code, place.substring(evidence + ".evidence.".length()));
        }
        boolean item =
                place.startsWith(code + ".") && !place.endsWith(".required") && !place.endsWith(".prerequisites");
        return List.of(item ? place : code);
    }
}
