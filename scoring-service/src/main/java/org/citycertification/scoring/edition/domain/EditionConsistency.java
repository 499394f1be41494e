package org.citycertification.scoring.edition.domain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to hold between the parts of an edition. */
final class EditionConsistency {

    private EditionConsistency() {}

    static void check(List<PracticeArea> areas) {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("the edition has no areas");
        }
        refuseAreasNamedTwice(areas);
        var criteria = distinctCriteria(areas);
        for (var criterion : criteria.values()) {
            refuseUnknownPrerequisites(criterion, criteria.keySet());
        }
        criteria.keySet().forEach(code -> refuseCircle(code, criteria));
    }

    private static void refuseAreasNamedTwice(List<PracticeArea> areas) {
        var codes = new HashSet<AreaCode>();
        for (var area : areas) {
            if (!codes.add(area.code())) {
                throw new IllegalArgumentException("area " + area.code() + " appears twice");
            }
        }
    }

    private static Map<CriterionCode, Criterion> distinctCriteria(List<PracticeArea> areas) {
        var criteria = new LinkedHashMap<CriterionCode, Criterion>();
        for (var area : areas) {
            for (var criterion : area.criteria()) {
                if (criteria.putIfAbsent(criterion.code(), criterion) != null) {
                    throw new IllegalArgumentException(criterion.code() + ": the criterion appears twice");
                }
            }
        }
        return criteria;
    }

    private static void refuseUnknownPrerequisites(Criterion criterion, Set<CriterionCode> known) {
        for (var prerequisite : criterion.prerequisites()) {
            if (!known.contains(prerequisite)) {
                throw new IllegalArgumentException(
                        criterion.code() + ": prerequisite " + prerequisite + " is not in the edition");
            }
        }
    }

    private static void refuseCircle(CriterionCode start, Map<CriterionCode, Criterion> criteria) {
        var visited = new HashSet<CriterionCode>();
        Deque<CriterionCode> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            var criterion = criteria.get(open.pop());
            if (criterion == null) {
                continue;
            }
            for (var prerequisite : criterion.prerequisites()) {
                if (prerequisite.equals(start)) {
                    throw new IllegalArgumentException(start + ": the criterion is its own prerequisite in the end");
                }
                if (visited.add(prerequisite)) {
                    open.push(prerequisite);
                }
            }
        }
    }
}
