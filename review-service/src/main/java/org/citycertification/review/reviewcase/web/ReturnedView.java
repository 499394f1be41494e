package org.citycertification.review.reviewcase.web;

import java.util.UUID;
import org.citycertification.review.reviewcase.domain.UnderReview;

/** The round that a return began. */
record ReturnedView(UUID caseId, long submissionVersion, int round) {

    static ReturnedView of(UnderReview next) {
        return new ReturnedView(
                next.file().id().value(),
                next.tag().submissionVersion(),
                next.tag().round());
    }
}
