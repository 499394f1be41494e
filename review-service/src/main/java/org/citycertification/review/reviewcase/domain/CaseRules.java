package org.citycertification.review.reviewcase.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What must hold for a command on a case under review, in the order in which it is checked. */
final class CaseRules {

    interface Rule {
        Optional<Refusal> check(UnderReview reviewCase, Reviewer reviewer, Predicate<CaseTag> basedOn);
    }

    static final List<Rule> FINDINGS = List.of(noConflict(), namesTheCurrentState(), ownFindingsAreOpen());
    static final List<Rule> APPROVAL = List.of(noConflict(), namesTheCurrentState(), hasNotApproved());
    static final List<Rule> RETURN = List.of(noConflict(), namesTheCurrentState());

    private CaseRules() {}

    static Optional<Refusal> firstBroken(
            List<Rule> rules, UnderReview reviewCase, Reviewer reviewer, Predicate<CaseTag> basedOn) {
        return rules.stream()
                .flatMap(rule -> rule.check(reviewCase, reviewer, basedOn).stream())
                .findFirst();
    }

    static Rule noConflict() {
        return (reviewCase, reviewer, basedOn) -> reviewCase.conflictOf(reviewer);
    }

    static Rule namesTheCurrentState() {
        return (reviewCase, reviewer, basedOn) ->
                basedOn.test(reviewCase.tag()) ? Optional.empty() : Optional.of(new Refusal.Outdated(reviewCase.tag()));
    }

    static Rule hasNotApproved() {
        return (reviewCase, reviewer, basedOn) ->
                reviewCase.current().approvalOf(reviewer.person()).map(given -> new Refusal.AlreadyApproved());
    }

    static Rule ownFindingsAreOpen() {
        return (reviewCase, reviewer, basedOn) ->
                reviewCase.current().approvalOf(reviewer.person()).map(given -> new Refusal.FindingsAreFixed());
    }
}
