package org.citycertification.cli.deadletters;

import java.util.regex.Pattern;

/** Text from records, made harmless for a terminal. */
final class Printable {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Printable() {}

    /** On one line, without control characters. */
    static String line(Object text) {
        return CONTROL.matcher(String.valueOf(text)).replaceAll(" ");
    }

    /** On one line of at most this many characters. */
    static String line(Object text, int longest) {
        String line = line(text);
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}
