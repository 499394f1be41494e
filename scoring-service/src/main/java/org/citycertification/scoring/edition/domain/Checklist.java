package org.citycertification.scoring.edition.domain;

import java.util.HashSet;
import java.util.List;

/**
 * The statements behind a criterion and how many of them have to be ticked.
 *
 * @param required at least 1 and at most the number of items
 */
public record Checklist(int required, List<ChecklistItem> items) {

    public Checklist {
        items = List.copyOf(items);
        if (required < 1 || required > items.size()) {
            throw new IllegalArgumentException("the checklist needs " + required + " of " + items.size()
                    + " items; it must be 1 to " + items.size());
        }
        var seen = new HashSet<ChecklistItemId>();
        for (var item : items) {
            if (!seen.add(item.id())) {
                throw new IllegalArgumentException("checklist item " + item.id() + " appears twice");
            }
        }
    }
}
