package org.citycertification.review.reviewcase.web;

import org.citycertification.http.precondition.IfMatch;
import org.citycertification.http.problem.Problem;
import org.citycertification.review.reviewcase.domain.Fault;
import org.citycertification.review.reviewcase.domain.Refusal;
import org.springframework.http.HttpStatus;

/** Each refusal as a problem document. */
final class CaseProblems implements Refusal.Answers<Problem> {

    private CaseProblems() {}

    static Problem of(Refusal refusal) {
        return refusal.answeredBy(new CaseProblems());
    }

    @Override
    public Problem unknownCase() {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-case", "There is no such case.");
    }

    /** Whoever has an interest in a case is not told that there is one. */
    @Override
    public Problem conflictOfInterest(Refusal.ConflictOfInterest refusal) {
        return unknownCase();
    }

    @Override
    public Problem caseDecided() {
        return Problem.of(HttpStatus.CONFLICT, "case-decided", "The case is decided; nothing changes it any more.");
    }

    @Override
    public Problem outdated(Refusal.Outdated refusal) {
        return IfMatch.changedMeanwhile(IfMatch.etag(refusal.current().toString()));
    }

    @Override
    public Problem alreadyApproved() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "already-approved",
                "This person has approved in this round, by this account or another. To change it, return the case first.");
    }

    @Override
    public Problem findingsAreFixed() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "findings-fixed",
                "Findings do not change after their owner has approved. To change them, return the case first.");
    }

    @Override
    public Problem unusableFindings(Refusal.UnusableFindings refusal) {
        Problem problem = unusable("The findings break the rules named in errors; none of them was kept.");
        for (Fault fault : refusal.faults()) {
            problem = problem.error("/findings/" + fault.index() + "/" + fault.field(), fault.code(), fault.message());
        }
        return problem;
    }

    @Override
    public Problem unusableText(Refusal.UnusableText refusal) {
        return unusable("A text cannot be accepted; nothing was done.")
                .error("/" + refusal.field(), "unusable-" + refusal.field(), refusal.message());
    }

    private static Problem unusable(String detail) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unusable-content", detail);
    }
}
