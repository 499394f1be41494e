package org.citycertification.scoring.edition.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What has to hold between the parts of an edition. Each rule names every place that breaks it; the parts themselves refuse
 * to exist if there is one.
 */
public final class EditionRules {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private EditionRules() {}

    /** No value stands in the list twice. */
    public static List<Violation> distinct(String what, List<? extends Placed<?>> values) {
        var seen = new HashSet<Object>();
        return values.stream()
                .filter(placed -> !seen.add(placed.value()))
                .map(placed -> new Violation(placed.place(), what + " " + placed.value() + " appears twice"))
                .toList();
    }

    /** A checklist needs at least one of its items and no more than there are. */
    public static List<Violation> checklist(Placed<Integer> required, int items) {
        return within(required, items, "the checklist needs " + required.value() + " of " + items + " items");
    }

    /** A gate needs at least one of its outcomes and no more than there are. */
    public static List<Violation> gate(Placed<Integer> required, int outcomes) {
        return within(
                required, outcomes, "the outcome gate needs " + required.value() + " of " + outcomes + " outcomes");
    }

    private static List<Violation> within(Placed<Integer> required, int most, String fact) {
        return required.value() >= 1 && required.value() <= most
                ? List.of()
                : List.of(new Violation(required.place(), fact + "; it must be 1 to " + most));
    }

    /** The id of each item begins with the code of its criterion. */
    public static List<Violation> itemsOf(CriterionCode criterion, List<Placed<ChecklistItemId>> items) {
        return items.stream()
                .filter(item -> !item.value().belongsTo(criterion))
                .map(item -> new Violation(
                        item.place(), "checklist item " + item.value() + " does not begin with " + criterion + "."))
                .toList();
    }

    /** The code of each criterion begins with the code of its area. */
    public static List<Violation> criteriaOf(AreaCode area, List<Placed<CriterionCode>> criteria) {
        return criteria.stream()
                .filter(criterion -> !criterion.value().isIn(area))
                .map(criterion -> new Violation(
                        criterion.place(), criterion.value() + ": the code does not belong to area " + area))
                .toList();
    }

    /** Levels and percentages both rise. */
    public static List<Violation> rising(List<Placed<Threshold>> thresholds) {
        return IntStream.range(1, thresholds.size())
                .filter(i ->
                        !rises(thresholds.get(i - 1).value(), thresholds.get(i).value()))
                .mapToObj(i -> disorder(thresholds.get(i - 1).value(), thresholds.get(i)))
                .toList();
    }

    private static boolean rises(Threshold lower, Threshold higher) {
        return lower.level().compareTo(higher.level()) < 0 && lower.percent() < higher.percent();
    }

    private static Violation disorder(Threshold lower, Placed<Threshold> higher) {
        return new Violation(
                higher.place(),
                "thresholds are out of order: " + lower.level() + " at " + lower.percent() + " percent comes before "
                        + higher.value().level() + " at " + higher.value().percent());
    }

    /** Countries are written as ISO 3166-1 alpha-2 writes them, each once. */
    public static List<Violation> countries(List<Placed<String>> countries) {
        var malformed = countries.stream()
                .filter(country -> !COUNTRY.matcher(country.value()).matches())
                .map(country -> new Violation(
                        country.place(), "a country is two capital letters, but was '" + country.value() + "'"));
        return Stream.concat(malformed, distinct("country", countries).stream()).toList();
    }

    /** A number is not below what makes sense. */
    public static List<Violation> atLeast(int least, Placed<Integer> number, String what) {
        return number.value() >= least
                ? List.of()
                : List.of(new Violation(
                        number.place(), what + " must be " + least + " or more, but was " + number.value()));
    }

    /** Something is there. */
    public static List<Violation> notEmpty(String place, int size, String what) {
        return size > 0 ? List.of() : List.of(new Violation(place, what));
    }

    /** All violations of several rules. */
    @SafeVarargs
    static List<Violation> all(List<Violation>... rules) {
        var all = new ArrayList<Violation>();
        for (var rule : rules) {
            all.addAll(rule);
        }
        return all;
    }
}
