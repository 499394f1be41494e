package org.citycertification.scoring.edition.domain;

import java.util.regex.Pattern;

/** Short name of a practice area, for example {@code DM}. */
public record AreaCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2,6}");

    public AreaCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an area code has 2 to 6 capital letters, but was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
