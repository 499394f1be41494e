package org.citycertification.scoring.edition.domain;

import org.jspecify.annotations.Nullable;

/**
 * One statement that a city ticks if it is true of it.
 *
 * @param freshMonths the tick counts only with evidence of the criterion that is no older than so many months; null is
 *     always
 */
public record ChecklistItem(
        ChecklistItemId id, String text, @Nullable Integer freshMonths) {

    public ChecklistItem {
        EvidenceRule.refuseAgeBelowOne(freshMonths);
    }

    /** An item whose tick always counts. */
    public ChecklistItem(ChecklistItemId id, String text) {
        this(id, text, null);
    }
}
