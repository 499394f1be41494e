package org.citycertification.scoring.edition.pages;

import java.util.List;
import java.util.Locale;
import org.citycertification.pages.frame.Language;
import org.citycertification.scoring.edition.EditionTexts;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;

/** An edition in the reader's language, as far as there are translations of it. */
public final class EditionPage {

    private final PublishedEdition published;
    private final EditionTexts texts;
    private final Language language;

    EditionPage(PublishedEdition published, EditionTexts texts, Language language) {
        this.published = published;
        this.texts = texts;
        this.language = language;
    }

    /** A text and the language that it is in, which may not be the page's. */
    public record Text(String value, String language) {}

    public Edition edition() {
        return published.edition();
    }

    public String hash() {
        return published.hash().hex();
    }

    /** Title of an area or a criterion. */
    public Text title(String code, String english) {
        EditionId id = published.edition().id();
        return texts.title(id, code, language.tag())
                .map(translated -> new Text(translated, language.tag()))
                .orElseGet(() -> new Text(english, Language.ENGLISH.tag()));
    }

    /** Names of the countries in which cities may apply, in the order of their names. */
    public List<String> countries() {
        Locale locale = language.locale();
        return edition().eligibility().countries().stream()
                .map(code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(locale))
                .sorted(java.text.Collator.getInstance(locale))
                .toList();
    }
}
