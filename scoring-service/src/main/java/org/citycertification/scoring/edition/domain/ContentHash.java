package org.citycertification.scoring.edition.domain;

import java.util.regex.Pattern;

/** SHA-256 of an edition's canonical rules, 64 lower-case hexadecimal digits. */
public record ContentHash(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public ContentHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a content hash has 64 hexadecimal digits, but was '" + hex + "'");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
