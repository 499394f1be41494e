package org.citycertification.review.reviewcase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citycertification.review.reviewcase.domain.Approval;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.PersonId;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.citycertification.review.reviewcase.domain.UnderReview;

/** All cases. What changes one is called only while it is locked. */
public interface Cases {

    Optional<ReviewCase> find(CaseId id);

    /** The case, held until the transaction ends. */
    Optional<ReviewCase> lock(CaseId id);

    /** Cases in the order in which they were opened, newest last. */
    List<CaseSummary> list(CaseFilter filter);

    /** Keeps a new case, which the transaction then holds. */
    void open(UnderReview reviewCase, Instant at);

    /** Keeps the new version under review and its round. */
    void replace(UnderReview reviewCase, Instant at);

    /** Keeps this person's findings in place of their earlier ones in the round. */
    void saveFindings(UnderReview reviewCase, PersonId person, Instant at);

    void saveApproval(CaseId id, Approval approval);

    /** Keeps the return that ended the last round, and the round that follows with its findings. */
    void saveReturn(UnderReview reviewCase);

    void saveDecision(DecidedCase reviewCase);

    /** The version of the next event about this case: 1, 2, 3 without gaps. */
    long drawEventVersion(CaseId id);

    /** Keeps that a version of a submission has no scorecard. */
    void recordUnscored(SubmissionId submission, long version, String reason, Instant at);
}
