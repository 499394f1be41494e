package org.citycertification.review.reviewcase;

import java.util.Optional;
import java.util.function.Function;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.Refusal;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.citycertification.review.reviewcase.domain.Verdict;

/** Finds the case a command is about and holds it, if it is one that the person may know and that is still open. */
final class OpenCases {

    private final Cases cases;

    OpenCases(Cases cases) {
        this.cases = cases;
    }

    <T> Verdict<T> on(CaseId id, Reviewer reviewer, Function<UnderReview, Verdict<T>> command) {
        Optional<ReviewCase> found = cases.lock(id);
        if (found.isEmpty()) {
            return Verdict.refused(new Refusal.UnknownCase());
        }
        // An interest in the case comes before everything else, so that nothing else about it is told.
        Optional<Refusal> conflict = found.get().conflictOf(reviewer);
        if (conflict.isPresent()) {
            return Verdict.refused(conflict.get());
        }
        return found.get().fold(command, decided -> Verdict.refused(new Refusal.CaseDecided()));
    }
}
