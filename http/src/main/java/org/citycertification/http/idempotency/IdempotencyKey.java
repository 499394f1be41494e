package org.citycertification.http.idempotency;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name a client gives to one intended act, so that repeating the request does not repeat the act.
 *
 * @param value 1 to 255 visible ASCII characters
 */
record IdempotencyKey(String value) {

    private static final Pattern BARE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

    IdempotencyKey {
        if (!BARE.matcher(value).matches()) {
            throw new IllegalArgumentException("A key has 1 to 255 visible ASCII characters");
        }
    }

    /** Reads a header's value, either a quoted string (RFC 8941, 3.3.3) or bare; both forms of a key are the same key. */
    static Optional<IdempotencyKey> parse(String header) {
        String text = header.strip();
        if (text.startsWith("\"")) {
            var quoted = QUOTED.matcher(text);
            if (!quoted.matches()) {
                return Optional.empty();
            }
            text = ESCAPE.matcher(quoted.group(1)).replaceAll("$1");
        }
        return BARE.matcher(text).matches() ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }
}
