package org.citycertification.scoring.edition.domain;

import java.util.regex.Pattern;

/** Names one criterion within an edition, for example {@code DM3}: the code of its area and a number. */
public record CriterionCode(String value) implements Comparable<CriterionCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2,6}[1-9][0-9]?");

    public CriterionCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a criterion code is an area code and a number from 1 to 99, but was '" + value + "'");
        }
    }

    boolean isIn(AreaCode area) {
        return value.replaceFirst("[0-9]+$", "").equals(area.value());
    }

    @Override
    public int compareTo(CriterionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
