package org.citycertification.scoring.scorecard.domain;

import java.util.List;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.Criterion;

/** The rules that a criterion's own answer has to satisfy; prerequisites are looked at afterwards. */
final class CriterionRules {

    /** One named rule; what it returns is missing, and nothing means that it holds. */
    interface Rule {
        Stream<Shortfall> check(Criterion criterion, InputsUsed inputs);
    }

    private static final List<Rule> OF_A_CLAIM = List.of(CriterionRules::checklist, CriterionRules::evidence);

    private CriterionRules() {}

    /** Everything that the answer lacks, in the order of the rules. What is not claimed is not examined further. */
    static List<Shortfall> shortfalls(Criterion criterion, InputsUsed inputs) {
        if (!inputs.answered()) {
            return List.of(new Shortfall.NotAnswered(criterion.code()));
        }
        if (!inputs.claimed()) {
            return List.of(new Shortfall.NotClaimed(criterion.code()));
        }
        return OF_A_CLAIM.stream()
                .flatMap(rule -> rule.check(criterion, inputs))
                .toList();
    }

    private static Stream<Shortfall> checklist(Criterion criterion, InputsUsed inputs) {
        var checklist = criterion.checklist();
        int have = inputs.ticked().size();
        if (have >= checklist.required()) {
            return Stream.empty();
        }
        var missing = checklist.items().stream()
                .map(ChecklistItem::id)
                .filter(item -> !inputs.ticked().contains(item))
                .toList();
        return Stream.of(new Shortfall.ChecklistShort(criterion.code(), have, checklist.required(), missing));
    }

    private static Stream<Shortfall> evidence(Criterion criterion, InputsUsed inputs) {
        return criterion.evidence().stream()
                .filter(rule -> inputs.evidenceFor(rule) < rule.count())
                .map(rule -> new Shortfall.EvidenceMissing(
                        criterion.code(), rule.kind(), inputs.evidenceFor(rule), rule.count()));
    }
}
