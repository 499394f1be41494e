package org.citycertification.review.reviewcase.pages;

import org.citycertification.http.problem.Problem;
import org.citycertification.review.reviewcase.domain.Refusal;
import org.springframework.http.HttpStatus;

/**
 * A refusal as a page says it.
 *
 * @param message its texts are {@code objection.<message>.title} and {@code .text}
 */
record Objection(HttpStatus status, String message) {

    static Objection of(Refusal refusal) {
        return refusal.answeredBy(new Answers());
    }

    /** The same page for a case that is not there and for one that this person must not know of. */
    static RuntimeException unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-case", "There is no such case.")
                .refused();
    }

    private static final class Answers implements Refusal.Answers<Objection> {

        @Override
        public Objection unknownCase() {
            throw unknown();
        }

        @Override
        public Objection conflictOfInterest(Refusal.ConflictOfInterest refusal) {
            throw unknown();
        }

        @Override
        public Objection caseDecided() {
            return new Objection(HttpStatus.CONFLICT, "decided");
        }

        @Override
        public Objection outdated(Refusal.Outdated refusal) {
            return new Objection(HttpStatus.PRECONDITION_FAILED, "outdated");
        }

        @Override
        public Objection alreadyApproved() {
            return new Objection(HttpStatus.CONFLICT, "approved");
        }

        @Override
        public Objection findingsAreFixed() {
            return new Objection(HttpStatus.CONFLICT, "fixed");
        }

        @Override
        public Objection unusableFindings(Refusal.UnusableFindings refusal) {
            return new Objection(HttpStatus.UNPROCESSABLE_CONTENT, "unusable");
        }

        @Override
        public Objection unusableText(Refusal.UnusableText refusal) {
            return new Objection(HttpStatus.UNPROCESSABLE_CONTENT, "unusable");
        }
    }
}
