package org.citycertification.scoring.edition.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows prerequisites, no deeper than an edition has criteria, and notes where they lead back. */
final class PrerequisiteCircles {

    private final Map<CriterionCode, List<CriterionCode>> prerequisites;
    private final Set<CriterionCode> seen = new HashSet<>();
    private final List<CriterionCode> way = new ArrayList<>();
    private final List<List<CriterionCode>> circles = new ArrayList<>();

    private PrerequisiteCircles(Map<CriterionCode, List<CriterionCode>> prerequisites) {
        this.prerequisites = prerequisites;
    }

    /** Circles, each as criteria of which one needs the next and the last needs the first. */
    static List<List<CriterionCode>> in(Map<CriterionCode, List<CriterionCode>> prerequisites) {
        var circles = new PrerequisiteCircles(prerequisites);
        prerequisites.keySet().forEach(circles::follow);
        return circles.circles;
    }

    private void follow(CriterionCode code) {
        int start = way.indexOf(code);
        if (start >= 0) {
            circles.add(List.copyOf(way.subList(start, way.size())));
        }
        if (!seen.add(code)) {
            return;
        }
        way.add(code);
        prerequisites.getOrDefault(code, List.of()).forEach(this::follow);
        way.remove(way.size() - 1);
    }
}
