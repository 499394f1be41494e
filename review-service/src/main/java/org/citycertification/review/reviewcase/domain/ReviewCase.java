package org.citycertification.review.reviewcase.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The human work on one scored submission. */
public sealed interface ReviewCase permits UnderReview, DecidedCase {

    CaseFile file();

    /** The round that counts: the one going on, or the one in which the case was decided. */
    Round current();

    <T> T fold(Function<UnderReview, T> underReview, Function<DecidedCase, T> decided);

    default CaseTag tag() {
        return current().tag();
    }

    /** Why this person must not see or touch the case; empty if nothing forbids it. */
    default Optional<Refusal> conflictOf(Reviewer reviewer) {
        return ConflictRules.ALL.stream()
                .flatMap(rule -> rule.check(file(), reviewer).stream())
                .findFirst();
    }

    /** All rounds, oldest first. */
    default List<Round> rounds() {
        List<Round> all = new java.util.ArrayList<>(file().past());
        all.add(current());
        return all;
    }
}
