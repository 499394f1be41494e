package org.citycertification.scoring.edition.domain;

import java.util.regex.Pattern;

/** Names one immutable edition, for example {@code 2022-r1}: the standard's year and our revision of it. */
public record EditionId(String value) implements Comparable<EditionId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public EditionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an edition id has 1 to 40 lower-case letters, digits and hyphens, but was '" + value + "'");
        }
    }

    @Override
    public int compareTo(EditionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
