package org.citycertification.scoring.edition.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.edition.domain.TextKey;
import org.citycertification.scoring.edition.domain.Translation;

/**
 * The texts of a file by language. English is always there; the name of the edition says in which other languages it is, and
 * in those every text has to be.
 */
final class Texts {

    private final Map<Language, Map<TextKey, String>> translated = new EnumMap<>(Language.class);

    /** The languages besides English, from the text that names the edition. */
    void languages(Section root) {
        if (root.has("name")) {
            root.section("name", "en", "es", "pt").ifPresent(name -> {
                for (var language : List.of(Language.ES, Language.PT)) {
                    if (name.has(language.code())) {
                        translated.put(language, new TreeMap<>());
                    }
                }
            });
        }
    }

    /** The English text; what it is in other languages is kept under the key. */
    Optional<String> read(Section section, String name, Optional<TextKey> key) {
        return section.section(name, "en", "es", "pt").flatMap(text -> {
            for (var language : List.of(Language.ES, Language.PT)) {
                read(text, language, key);
            }
            return text.text("en");
        });
    }

    private void read(Section text, Language language, Optional<TextKey> key) {
        var texts = translated.get(language);
        if (texts != null) {
            text.text(language.code()).ifPresent(wording -> key.ifPresent(of -> texts.put(of, wording)));
        } else if (text.has(language.code())) {
            text.findings().add(text.place(language.code()), "the edition's name is not in this language");
        }
    }

    List<Translation> translations() {
        return translated.entrySet().stream()
                .map(entry -> new Translation(entry.getKey(), entry.getValue()))
                .toList();
    }
}
