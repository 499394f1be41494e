package org.citycertification.intake.city.domain;

import java.util.regex.Pattern;

/** Name of a city in the programme, e.g. {@code us-ma-cambridge}: lower-case words after a country. */
public record CityId(String value) {
    static final int MAX_LENGTH = 80;
    private static final Pattern FORM = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");

    public CityId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("A city id looks like us-ma-cambridge but was '" + value + "'");
        }
    }

    /** Whether {@code text} could be a city's id. */
    public static boolean isWellFormed(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
