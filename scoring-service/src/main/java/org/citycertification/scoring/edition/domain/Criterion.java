package org.citycertification.scoring.edition.domain;

import java.util.List;

/**
 * One requirement of the standard, worth one point.
 *
 * @param prerequisites criteria that have to be met before this one can count
 */
public record Criterion(
        CriterionCode code,
        String title,
        String description,
        Checklist checklist,
        List<EvidenceRule> evidence,
        List<CriterionCode> prerequisites) {

    public Criterion {
        evidence = List.copyOf(evidence);
        prerequisites = List.copyOf(prerequisites);
        var items = checklist.items().stream().map(ChecklistItem::id).toList();
        var kinds = evidence.stream().map(EvidenceRule::kind).toList();
        Violation.refuse(EditionRules.all(
                EditionRules.itemsOf(code, Placed.in("checklist.items", items)),
                EditionRules.distinct("evidence kind", Placed.in("evidence", kinds)),
                EditionRules.distinct("prerequisite", Placed.in("prerequisites", prerequisites))));
    }

    /** Whether a rule of this criterion asks how old evidence is. */
    public boolean looksAtAge() {
        return evidence.stream().anyMatch(rule -> rule.freshMonths() != null)
                || checklist.items().stream().anyMatch(item -> item.freshMonths() != null);
    }
}
