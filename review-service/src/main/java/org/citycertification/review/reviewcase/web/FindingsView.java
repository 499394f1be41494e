package org.citycertification.review.reviewcase.web;

import java.util.List;
import java.util.UUID;
import org.citycertification.review.reviewcase.domain.PersonId;
import org.citycertification.review.reviewcase.domain.UnderReview;

/** The caller's findings as they are kept now. */
record FindingsView(UUID caseId, long submissionVersion, int round, List<RoundView.FindingView> findings) {

    static FindingsView of(UnderReview reviewCase, PersonId person) {
        return new FindingsView(
                reviewCase.file().id().value(),
                reviewCase.tag().submissionVersion(),
                reviewCase.tag().round(),
                RoundView.findings(reviewCase.current().findingsOf(person)));
    }
}
