package org.citycertification.review.reviewcase.domain;

import java.util.List;

/** What an approval led to. */
public sealed interface Approved {

    Approval approval();

    /** It is the first of its round. */
    record Waiting(UnderReview reviewCase, Approval approval) implements Approved {}

    /** Nobody approved the same outcome yet; the criteria are those on which the approvals of the round differ. */
    record Differing(UnderReview reviewCase, Approval approval, List<CriterionCode> criteria) implements Approved {
        public Differing {
            criteria = List.copyOf(criteria);
        }
    }

    /** Enough people approved the same outcome. */
    record Agreed(DecidedCase reviewCase, Approval approval) implements Approved {}
}
