package org.citycertification.scoring.edition.domain;

import java.util.List;

/**
 * The statements behind a criterion and how many of them have to be ticked.
 *
 * @param required at least 1 and at most the number of items
 */
public record Checklist(int required, List<ChecklistItem> items) {

    public Checklist {
        items = List.copyOf(items);
        var ids = items.stream().map(ChecklistItem::id).toList();
        Violation.refuse(EditionRules.all(
                EditionRules.checklist(new Placed<>("required", required), items.size()),
                EditionRules.distinct("checklist item", Placed.in("items", ids))));
    }
}
