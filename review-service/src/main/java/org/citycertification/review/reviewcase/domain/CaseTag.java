package org.citycertification.review.reviewcase.domain;

/**
 * What an approval was based on: it changes with every new version of the submission and with every return.
 *
 * @param submissionVersion version of the submission under review
 * @param round 1 for the first; a new version or a return begins the next
 */
public record CaseTag(long submissionVersion, int round) {

    @Override
    public String toString() {
        return submissionVersion + "-" + round;
    }
}
