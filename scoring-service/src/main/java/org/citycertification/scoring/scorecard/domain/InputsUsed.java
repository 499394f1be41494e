package org.citycertification.scoring.scorecard.domain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.EvidenceRule;

/**
 * What of the answer the rules looked at.
 *
 * @param answered false if there was no answer; the rest is then empty
 * @param ticked items of the criterion that were ticked, in the edition's order
 * @param evidence what may count: of a kind that the criterion requires, with an address, each once, sorted
 */
public record InputsUsed(boolean answered, boolean claimed, List<ChecklistItemId> ticked, List<Evidence> evidence) {

    private static final Comparator<Evidence> BY_LINK =
            Comparator.comparing(Evidence::link).thenComparing(Evidence::kind);

    static final InputsUsed NONE = new InputsUsed(false, false, List.of(), List.of());

    public InputsUsed {
        ticked = List.copyOf(ticked);
        evidence = List.copyOf(evidence);
    }

    static InputsUsed of(Criterion criterion, Answer answer) {
        var ticked = criterion.checklist().items().stream()
                .map(ChecklistItem::id)
                .filter(answer.ticked()::contains)
                .toList();
        return new InputsUsed(true, answer.claimed(), ticked, evidence(criterion, answer));
    }

    /** The same address given twice under one kind is one piece, as young as the younger of them. */
    private static List<Evidence> evidence(Criterion criterion, Answer answer) {
        var kinds = criterion.evidence().stream().map(EvidenceRule::kind).collect(Collectors.toSet());
        var each = answer.evidence().stream()
                .filter(Evidence::canBeRead)
                .filter(piece -> kinds.contains(piece.kind()))
                .collect(Collectors.toMap(
                        piece -> List.of(piece.kind(), piece.link()), piece -> piece, Evidence::younger));
        return each.values().stream().sorted(BY_LINK).toList();
    }

    /** Pieces of one kind. */
    List<Evidence> evidenceFor(EvidenceRule rule) {
        return evidence.stream()
                .filter(piece -> piece.kind().equals(rule.kind()))
                .toList();
    }
}
