package org.citycertification.scoring.edition.domain;

import java.util.regex.Pattern;

/** What sort of thing a piece of evidence is, for example {@code minutes}. Intake accepts the same form. */
public record EvidenceKind(String code) implements Comparable<EvidenceKind> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public EvidenceKind {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "an evidence kind has at most 40 small letters, digits and hyphens, the first a letter, but was '"
                            + code + "'");
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
