package org.citycertification.review.reviewcase.domain;

import java.util.List;
import org.citycertification.review.certification.domain.CityId;

/** Invented reviewers and what they write. */
final class ReviewerFixtures {

    static final Reviewer ANA = reviewer("ana");
    static final Reviewer LUIS = reviewer("luis");
    static final Reviewer MEI = reviewer("mei");
    static final Reviewer ANA_BY_MACHINE = new Reviewer(ANA.person(), "ana-client", null);
    static final Reviewer FROM_CAMBRIDGE =
            new Reviewer(new PersonId("person-carol"), "carol", new CityId("us-ma-cambridge"));
    static final Reviewer SUBMITTER = new Reviewer(ScorecardFixtures.SUBMITTER, "cambridge", null);
    static final OutcomeHash HASH = (scorecard, results) ->
            scorecard.submissionVersion() + ":" + results.byCriterion().hashCode();

    private ReviewerFixtures() {}

    static Reviewer reviewer(String name) {
        return new Reviewer(new PersonId("person-" + name), name, null);
    }

    static ProposedFinding notMet(String criterion, String reason) {
        return new ProposedFinding(new CriterionCode(criterion), false, reason);
    }

    static ProposedFinding met(String criterion, String reason) {
        return new ProposedFinding(new CriterionCode(criterion), true, reason);
    }

    static UnderReview withFindings(UnderReview reviewCase, Reviewer reviewer, ProposedFinding... findings) {
        return accepted(reviewCase.recordFindings(reviewer, List.of(findings), tag -> true));
    }

    static Approved approve(UnderReview reviewCase, Reviewer reviewer) {
        return accepted(reviewCase.approve(reviewer, null, tag -> true, HASH, ScorecardFixtures.MORNING));
    }

    static UnderReview approvedBy(UnderReview reviewCase, Reviewer reviewer) {
        Approved approved = approve(reviewCase, reviewer);
        if (approved instanceof Approved.Waiting waiting) {
            return waiting.reviewCase();
        }
        return ((Approved.Differing) approved).reviewCase();
    }

    static <T> T accepted(Verdict<T> verdict) {
        return verdict.fold(result -> result, refusal -> {
            throw new AssertionError("Refused: " + refusal);
        });
    }

    static <T> Refusal refused(Verdict<T> verdict) {
        return verdict.fold(
                result -> {
                    throw new AssertionError("Accepted: " + result);
                },
                refusal -> refusal);
    }
}
