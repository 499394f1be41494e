package org.citycertification.scoring.edition.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JSON of which there is one form only: without white space, the names of every object in rising order. In strings only
 * {@code "}, {@code \} and characters below U+0020 are escaped, the latter as a backslash, {@code u00} and two lower-case
 * hexadecimal digits.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** A map with names, a list, a text, or a number or truth value as it prints. */
    public static String of(Object value) {
        if (value instanceof Map<?, ?> object) {
            return new TreeMap<>(object)
                    .entrySet().stream()
                            .map(entry -> of(entry.getKey()) + ":" + of(entry.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> array) {
            return array.stream().map(CanonicalJson::of).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x20) {
                quoted.append("\\u00")
                        .append(Character.forDigit(character >> 4, 16))
                        .append(Character.forDigit(character & 15, 16));
            } else if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
