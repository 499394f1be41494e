package org.citycertification.scoring.edition.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What has to hold between all criteria of an edition and the outcomes of its gate. */
public final class CriteriaRules {

    /** More would be a mistake or an attack, not a standard. */
    private static final int MOST_CRITERIA = 300;

    /** A criterion's code and prerequisites with their places. */
    public record Outline(Placed<CriterionCode> code, List<Placed<CriterionCode>> prerequisites) {}

    private final Map<CriterionCode, Outline> criteria = new LinkedHashMap<>();
    private final List<Violation> found = new ArrayList<>();

    private CriteriaRules() {}

    /** Every violation: codes that appear twice, prerequisites that do not exist or lead back, and too many criteria. */
    public static List<Violation> violations(List<Outline> criteria, List<Placed<CriterionCode>> outcomes) {
        var tooMany = tooMany(criteria.size() + outcomes.size());
        if (!tooMany.isEmpty()) {
            return tooMany;
        }
        var rules = new CriteriaRules();
        rules.found.addAll(EditionRules.distinct(
                "criterion",
                Stream.concat(criteria.stream().map(Outline::code), outcomes.stream())
                        .toList()));
        criteria.forEach(
                criterion -> rules.criteria.putIfAbsent(criterion.code().value(), criterion));
        criteria.forEach(rules::refuseUnknownPrerequisites);
        rules.refuseCircles();
        return rules.found;
    }

    /** A standard has only so many criteria. */
    public static List<Violation> tooMany(int criteria) {
        return criteria <= MOST_CRITERIA
                ? List.of()
                : List.of(new Violation(
                        "areas", "an edition has at most " + MOST_CRITERIA + " criteria, but here are " + criteria));
    }

    private void refuseUnknownPrerequisites(Outline criterion) {
        for (var prerequisite : criterion.prerequisites()) {
            if (!criteria.containsKey(prerequisite.value())) {
                found.add(new Violation(
                        prerequisite.place(),
                        criterion.code().value() + ": prerequisite " + prerequisite.value()
                                + " is not a criterion of the edition"));
            }
        }
    }

    private void refuseCircles() {
        var prerequisites = new LinkedHashMap<CriterionCode, List<CriterionCode>>();
        criteria.forEach((code, outline) -> prerequisites.put(
                code, outline.prerequisites().stream().map(Placed::value).toList()));
        for (var circle : PrerequisiteCircles.in(prerequisites)) {
            found.add(circle(circle));
        }
    }

    private Violation circle(List<CriterionCode> circle) {
        var first = circle.get(0);
        var second = circle.get(circle.size() > 1 ? 1 : 0);
        var outline = criteria.get(first);
        var place = outline == null
                ? "areas"
                : outline.prerequisites().stream()
                        .filter(prerequisite -> prerequisite.value().equals(second))
                        .map(Placed::place)
                        .findFirst()
                        .orElse(outline.code().place());
        var way = new ArrayList<>(circle.stream().map(CriterionCode::value).toList());
        way.add(first.value());
        return new Violation(
                place, first + ": the criterion is its own prerequisite in the end: " + String.join(" needs ", way));
    }

    static List<Outline> outlines(List<Criterion> criteria) {
        return Placed.in("criteria", criteria).stream()
                .map(placed -> new Outline(
                        new Placed<>(placed.place(), placed.value().code()),
                        Placed.in(placed.place(), placed.value().prerequisites())))
                .toList();
    }
}
