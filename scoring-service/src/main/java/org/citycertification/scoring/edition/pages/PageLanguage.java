package org.citycertification.scoring.edition.pages;

import java.util.Locale;
import org.citycertification.scoring.edition.domain.Language;

/** The language of a page as one that the standard can be in. */
final class PageLanguage {

    private PageLanguage() {}

    static Language of(Locale locale) {
        return Language.of(locale.getLanguage()).orElse(Language.EN);
    }
}
