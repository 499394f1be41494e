package org.citycertification.review.reviewcase.domain;

import java.util.List;
import java.util.Optional;

/** Who has an interest in a case. They neither act on it nor see that it exists. */
final class ConflictRules {

    interface Rule {
        Optional<Refusal> check(CaseFile file, Reviewer reviewer);
    }

    static final List<Rule> ALL = List.of(isNotOfTheCity(), hasNotSubmitted());

    private ConflictRules() {}

    static Rule isNotOfTheCity() {
        return (file, reviewer) -> file.city().id().equals(reviewer.city())
                ? Optional.of(new Refusal.ConflictOfInterest("same-city"))
                : Optional.empty();
    }

    static Rule hasNotSubmitted() {
        return (file, reviewer) -> file.submitters().contains(reviewer.person())
                ? Optional.of(new Refusal.ConflictOfInterest("submitter"))
                : Optional.empty();
    }
}
