package org.citycertification.scoring.edition.domain;

import java.util.HashSet;
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
        for (var item : checklist.items()) {
            if (!item.id().belongsTo(code)) {
                throw new IllegalArgumentException(
                        "checklist item " + item.id() + " does not begin with " + code + ".");
            }
        }
        refuseTwoRulesOfOneKind(evidence);
        if (new HashSet<>(prerequisites).size() < prerequisites.size()) {
            throw new IllegalArgumentException("a prerequisite is named twice");
        }
    }

    private static void refuseTwoRulesOfOneKind(List<EvidenceRule> evidence) {
        var kinds = new HashSet<EvidenceKind>();
        for (var rule : evidence) {
            if (!kinds.add(rule.kind())) {
                throw new IllegalArgumentException("evidence of kind " + rule.kind() + " is required twice");
            }
        }
    }
}
