package org.citycertification.scoring.edition.domain;

import java.util.List;

/** A group of criteria; it has no score rule of its own. */
public record PracticeArea(AreaCode code, String name, List<Criterion> criteria) {

    public PracticeArea {
        criteria = List.copyOf(criteria);
        var codes = criteria.stream().map(Criterion::code).toList();
        Violation.refuse(EditionRules.all(
                EditionRules.notEmpty("criteria", criteria.size(), "area " + code + " has no criteria"),
                EditionRules.criteriaOf(code, Placed.in("criteria", codes))));
    }
}
