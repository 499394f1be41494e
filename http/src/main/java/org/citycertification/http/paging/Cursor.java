package org.citycertification.http.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The key of the last row of a page: opaque to callers, to us a list of texts such as a time and an id. It is not signed; use
 * it only to compare with, never to grant.
 *
 * @param parts the key's columns in the order of the sort; must not contain the control character U+001F
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";
    private static final int MAX_LENGTH = 512;

    public Cursor {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.contains(SEPARATOR))) {
            throw new IllegalArgumentException("A cursor has one part or more, none of them with U+001F");
        }
    }

    public static Cursor of(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
    }

    /** The form that callers see. */
    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #encoded()} made; empty for anything else. */
    public static Optional<Cursor> decode(String encoded) {
        if (encoded.isEmpty() || encoded.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(encoded);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.isEmpty() ? Optional.empty() : Optional.of(new Cursor(List.of(text.split(SEPARATOR, -1))));
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }
}
