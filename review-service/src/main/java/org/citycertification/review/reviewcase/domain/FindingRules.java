package org.citycertification.review.reviewcase.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a set of findings must keep to; every fault is reported, not only the first. */
final class FindingRules {

    interface Rule {
        Optional<Fault> check(int index, ProposedFinding finding, Scorecard scorecard);
    }

    static final List<Rule> EACH = List.of(criterionExists(), departsFromAutomatic(), givesAReason());

    private FindingRules() {}

    static List<Fault> faults(List<ProposedFinding> findings, Scorecard scorecard) {
        List<Fault> faults = new ArrayList<>();
        Set<CriterionCode> seen = new HashSet<>();
        for (int i = 0; i < findings.size(); i++) {
            ProposedFinding finding = findings.get(i);
            for (Rule rule : EACH) {
                rule.check(i, finding, scorecard).ifPresent(faults::add);
            }
            if (!seen.add(finding.criterion())) {
                faults.add(new Fault(
                        i, "criterion", "duplicate-criterion", "There is another finding for this criterion."));
            }
        }
        return faults;
    }

    static Rule criterionExists() {
        return (index, finding, scorecard) ->
                scorecard.result(finding.criterion()).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Fault(
                                index,
                                "criterion",
                                "unknown-criterion",
                                "Edition " + scorecard.editionId() + " has no such criterion."));
    }

    static Rule departsFromAutomatic() {
        return (index, finding, scorecard) -> scorecard
                .result(finding.criterion())
                .filter(automatic -> automatic.met() == finding.met())
                .map(automatic -> new Fault(
                        index,
                        "met",
                        "same-as-automatic",
                        "The automatic result is already %s; leave out what you do not overturn."
                                .formatted(automatic.met() ? "met" : "not met")));
    }

    static Rule givesAReason() {
        return (index, finding, scorecard) -> Reason.problemOf(finding.reason())
                .map(problem -> new Fault(index, "reason", "unusable-reason", problem));
    }
}
