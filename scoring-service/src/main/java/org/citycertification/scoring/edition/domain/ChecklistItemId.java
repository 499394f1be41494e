package org.citycertification.scoring.edition.domain;

import java.util.regex.Pattern;

/** Names one item of a criterion's checklist, for example {@code DM3.a}. */
public record ChecklistItemId(String value) implements Comparable<ChecklistItemId> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2,6}[1-9][0-9]?\\.[a-z]");

    public ChecklistItemId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a checklist item is named by its criterion, a dot and a letter, but was '" + value + "'");
        }
    }

    boolean belongsTo(CriterionCode criterion) {
        return value.startsWith(criterion.value() + ".");
    }

    @Override
    public int compareTo(ChecklistItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
