package org.citycertification.scoring.edition.domain;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All texts of an edition in a language other than English. */
public record Translation(Language language, Map<TextKey, String> texts) {

    public Translation {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        if (language == Language.EN) {
            throw new IllegalArgumentException("English is the edition's own wording and no translation");
        }
    }

    /** Refuses a translation that lacks a text of the edition or has one that the edition lacks. */
    public void refuseUnlessOf(Edition edition) {
        var keys = EditionWording.english(edition).keySet();
        for (var key : keys) {
            if (!texts.containsKey(key)) {
                throw new IllegalArgumentException(language.code() + ": no text for " + key);
            }
        }
        for (var key : texts.keySet()) {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException(language.code() + ": edition " + edition.id() + " has no " + key);
            }
        }
    }

    /** The texts in rising order of what they translate. */
    public SortedMap<TextKey, String> sorted() {
        return new TreeMap<>(texts);
    }
}
