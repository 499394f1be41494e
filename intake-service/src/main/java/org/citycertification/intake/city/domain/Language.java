package org.citycertification.intake.city.domain;

import java.util.Locale;
import java.util.Optional;

/** A language that letters are written in. */
public enum Language {
    EN,
    ES,
    PT;

    /** As in ISO 639-1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language with this code, in lower case. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
