package org.citycertification.scoring.edition.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which people read the standard. English is the wording that counts. */
public enum Language {
    EN,
    ES,
    PT;

    /** ISO 639-1, for example {@code es}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language with this code. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
