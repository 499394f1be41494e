package org.citycertification.scoring.edition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.citycertification.scoring.edition.domain.Language;

/** The language that an {@code Accept-Language} header asks for; whatever it says, there is an answer. */
public final class AskedLanguage {

    private static final int LONGEST_HEADER = 200;

    private AskedLanguage() {}

    /** The best of ours, English where none fits or the header makes no sense. */
    public static Language of(String acceptLanguage) {
        if (acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return Language.EN;
        }
        try {
            List<Locale> ours = Arrays.stream(Language.values())
                    .map(language -> Locale.forLanguageTag(language.code()))
                    .toList();
            var best = Locale.lookup(LanguageRange.parse(acceptLanguage), ours);
            return best == null ? Language.EN : Language.of(best.getLanguage()).orElse(Language.EN);
        } catch (IllegalArgumentException e) {
            return Language.EN;
        }
    }
}
