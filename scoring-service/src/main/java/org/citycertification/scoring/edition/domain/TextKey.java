package org.citycertification.scoring.edition.domain;

/**
 * Names one text of an edition: {@code name}, {@code note}, {@code recognition}, the code of an area for its name,
 * {@code DM3.title}, {@code DM3.description}, a checklist item's id, {@code DM3.evidence.policy} for what that evidence has
 * to show.
 */
public record TextKey(String value) implements Comparable<TextKey> {

    public static final TextKey NAME = new TextKey("name");
    public static final TextKey NOTE = new TextKey("note");
    public static final TextKey RECOGNITION = new TextKey("recognition");

    public static TextKey of(AreaCode area) {
        return new TextKey(area.value());
    }

    public static TextKey title(CriterionCode criterion) {
        return new TextKey(criterion + ".title");
    }

    public static TextKey description(CriterionCode criterion) {
        return new TextKey(criterion + ".description");
    }

    public static TextKey of(ChecklistItemId item) {
        return new TextKey(item.value());
    }

    public static TextKey evidence(CriterionCode criterion, EvidenceKind kind) {
        return new TextKey(criterion + ".evidence." + kind);
    }

    @Override
    public int compareTo(TextKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
