package org.citycertification.scoring.run;

import java.util.regex.Pattern;

/** The name that an operator gives to a run; the same name again means the same run. */
public record RunId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not the name of a run: at most 64 small letters,"
                    + " digits, dots, dashes and underscores, the first a letter or a digit");
        }
    }

    /** Consumer group whose offsets are the run's progress, and transactional id of the only process that may write it. */
    public String group() {
        return "scoring.run." + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
