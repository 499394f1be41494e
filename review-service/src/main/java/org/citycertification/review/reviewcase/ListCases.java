package org.citycertification.review.reviewcase;

import java.util.List;

/** Lists cases in which the viewer has no interest. */
public class ListCases {

    private final Cases cases;

    public ListCases(Cases cases) {
        this.cases = cases;
    }

    public List<CaseSummary> list(CaseFilter filter) {
        return cases.list(filter);
    }
}
