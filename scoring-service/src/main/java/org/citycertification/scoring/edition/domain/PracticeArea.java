package org.citycertification.scoring.edition.domain;

import java.util.List;

/** A group of criteria; it has no score rule of its own. */
public record PracticeArea(AreaCode code, String name, List<Criterion> criteria) {

    public PracticeArea {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("area " + code + " has no criteria");
        }
        for (var criterion : criteria) {
            if (!criterion.code().isIn(code)) {
                throw new IllegalArgumentException(criterion.code() + ": the code does not belong to area " + code);
            }
        }
    }
}
