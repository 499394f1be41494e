package org.citycertification.scoring.scorecard.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.EvidenceRule;

/** The rules that a criterion's own answer has to satisfy; prerequisites are looked at afterwards. */
final class CriterionRules {

    private final Criterion criterion;
    private final InputsUsed inputs;
    private final Freshness freshness;

    private CriterionRules(Criterion criterion, InputsUsed inputs, Freshness freshness) {
        this.criterion = criterion;
        this.inputs = inputs;
        this.freshness = freshness;
    }

    /** Everything that the answer lacks, in the order of the rules. What is not claimed is not examined further. */
    static List<Shortfall> shortfalls(Criterion criterion, InputsUsed inputs, Freshness freshness) {
        if (!inputs.answered()) {
            return List.of(new Shortfall.NotAnswered(criterion.code()));
        }
        if (!inputs.claimed()) {
            return List.of(new Shortfall.NotClaimed(criterion.code()));
        }
        var rules = new CriterionRules(criterion, inputs, freshness);
        return Stream.concat(
                        rules.checklist().stream(),
                        criterion.evidence().stream().flatMap(rules::evidence))
                .toList();
    }

    private Optional<Shortfall> checklist() {
        var items = criterion.checklist().items();
        var missing = items.stream().filter(item -> !isTicked(item)).toList();
        var unproven =
                items.stream().filter(item -> isTicked(item) && !isProven(item)).toList();
        int have = items.size() - missing.size() - unproven.size();
        int need = criterion.checklist().required();
        return have >= need
                ? Optional.empty()
                : Optional.of(new Shortfall.ChecklistShort(
                        criterion.code(),
                        have,
                        need,
                        missing.stream().map(ChecklistItem::id).toList(),
                        unproven.stream().map(this::unproven).toList()));
    }

    private boolean isTicked(ChecklistItem item) {
        return inputs.ticked().contains(item.id());
    }

    private boolean isProven(ChecklistItem item) {
        return item.freshMonths() == null
                || inputs.evidence().stream().anyMatch(piece -> freshness.holds(piece, item.freshMonths()));
    }

    private Shortfall.Unproven unproven(ChecklistItem item) {
        return new Shortfall.Unproven(item.id(), freshness.earliest(item.freshMonths()));
    }

    private Stream<Shortfall> evidence(EvidenceRule rule) {
        var given = inputs.evidenceFor(rule);
        int have = (int) given.stream()
                .filter(piece -> freshness.holds(piece, rule.freshMonths()))
                .count();
        return have >= rule.count()
                ? Stream.empty()
                : Stream.of(new Shortfall.EvidenceMissing(
                        criterion.code(),
                        rule.kind(),
                        have,
                        rule.count(),
                        given.size() - have,
                        freshness.earliest(rule.freshMonths())));
    }
}
