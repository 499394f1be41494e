package org.citycertification.scoring.edition.domain;

import java.util.regex.Pattern;

/** What sort of thing a piece of evidence is, for example {@code minutes}. */
public record EvidenceKind(String code) implements Comparable<EvidenceKind> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]{1,29}");

    public EvidenceKind {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "an evidence kind has 2 to 30 lower-case letters and hyphens, but was '" + code + "'");
        }
    }

    @Override
    public int compareTo(EvidenceKind other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
