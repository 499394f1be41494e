package org.citycertification.review.reviewcase.domain;

import java.util.List;
import java.util.Set;
import org.citycertification.review.certification.domain.City;

/**
 * What every state of a case has.
 *
 * @param submitters everybody who sent a version of the submission
 * @param scorecard of the version under review
 * @param past rounds before the current one, oldest first
 */
public record CaseFile(CaseId id, Set<PersonId> submitters, Scorecard scorecard, List<Round> past) {

    public CaseFile {
        submitters = Set.copyOf(submitters);
        past = List.copyOf(past);
    }

    public City city() {
        return scorecard.city();
    }

    public SubmissionId submissionId() {
        return scorecard.submissionId();
    }
}
