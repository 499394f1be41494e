package org.citycertification.review.reviewcase.domain;

import java.util.Optional;

/**
 * How much of the others' work a person sees. A reviewer judges before seeing what others judged; whoever reviews is bound by
 * this whatever other roles they have.
 *
 * @param person who looks
 * @param oversees whether they oversee cases and never judge them
 */
public record Sight(PersonId person, boolean oversees) {

    /** Whether findings and approvals of others in this round of the case may be shown. */
    public boolean seesOthers(ReviewCase reviewCase, Round round) {
        return oversees || decided(reviewCase) || hasApprovedIn(round) || hasApprovedIn(reviewCase.current());
    }

    /** Whether the whole trail of the case may be shown: it tells everything that others judged. */
    public boolean seesTrail(ReviewCase reviewCase) {
        return oversees || decided(reviewCase);
    }

    private static boolean decided(ReviewCase reviewCase) {
        return reviewCase.fold(underReview -> false, decided -> true);
    }

    private boolean hasApprovedIn(Round round) {
        Optional<Approval> own = round.approvalOf(person);
        return own.isPresent();
    }
}
