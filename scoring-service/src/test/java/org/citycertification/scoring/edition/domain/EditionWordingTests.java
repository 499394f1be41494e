package org.citycertification.scoring.edition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionWordingTests {

    private static final Edition WHOLE = WholeEdition.asItIs();
    private static final CriterionCode TT1 = new CriterionCode("TT1");

    @Test
    void hasEveryTextInEnglish() {
        var wording = EditionWording.of(WHOLE, Stream.empty(), Language.EN);

        assertThat(wording.language()).isEqualTo(Language.EN);
        assertThat(wording.name()).isEqualTo("Whole");
        assertThat(wording.note()).isEqualTo("A note.");
        assertThat(wording.recognition()).isEqualTo("With thanks.");
        assertThat(wording.area(new AreaCode("TT"))).isEqualTo("Area TT");
        assertThat(wording.title(TT1)).isEqualTo("Title TT1");
        assertThat(wording.description(TT1)).isEqualTo("Description TT1");
        assertThat(wording.item(new ChecklistItemId("TT1.a"))).isEqualTo("Lately.");
        assertThat(wording.shows(TT1, WholeEdition.DOCUMENT)).isEqualTo("It.");
        assertThat(wording.title(new CriterionCode("OUT1"))).isEqualTo("Title OUT1");
    }

    @Test
    void takesTheFirstTranslationOfTheLanguageAndEnglishWhereItSaysNothing() {
        var portuguese = new Translation(Language.PT, Map.of(TextKey.NAME, "Inteira"));
        var translations = Stream.of(portuguese, WholeEdition.spanish("Entera"), WholeEdition.spanish("Otra"));

        var wording = EditionWording.of(WHOLE, translations, Language.ES);

        assertThat(wording.language()).isEqualTo(Language.ES);
        assertThat(wording.name()).isEqualTo("Entera");
        assertThat(wording.area(new AreaCode("TT"))).isEqualTo("Área TT en español");
        assertThat(wording.note()).isEqualTo("A note.");
    }

    @Test
    void hasNoWordOfRecognitionWhereThereIsNone() {
        var edition = WholeEdition.with(whole -> whole.recognition = null);

        assertThat(EditionWording.of(edition, Stream.empty(), Language.EN).recognition())
                .isEmpty();
    }

    @Test
    void namesATextThatTheEditionDoesNotHave() {
        var wording = EditionWording.of(WHOLE, Stream.empty(), Language.EN);

        assertThatNullPointerException()
                .isThrownBy(() -> wording.title(new CriterionCode("TT9")))
                .withMessage("the edition has no text TT9.title");
    }

    @Test
    void refusesATranslationThatLacksATextOrHasOneTooMany() {
        var all = new HashMap<>(EditionWording.english(WHOLE));
        var lacking = new HashMap<>(all);
        lacking.remove(TextKey.description(TT1));
        var tooMany = new HashMap<>(all);
        tooMany.put(TextKey.title(new CriterionCode("TT9")), "?");

        assertThatNoException().isThrownBy(() -> new Translation(Language.ES, all).refuseUnlessOf(WHOLE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Translation(Language.ES, lacking).refuseUnlessOf(WHOLE))
                .withMessage("es: no text for TT1.description");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Translation(Language.ES, tooMany).refuseUnlessOf(WHOLE))
                .withMessage("es: edition whole-r1 has no TT9.title");
    }

    @Test
    void refusesATranslationIntoEnglish() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Translation(Language.EN, Map.of()))
                .withMessageContaining("English is the edition's own wording");
    }

    @Test
    void sortsTheTextsOfATranslation() {
        var translation = new Translation(
                Language.ES,
                Map.of(
                        TextKey.of(new AreaCode("TT")), "a",
                        TextKey.evidence(TT1, WholeEdition.DOCUMENT), "b",
                        TextKey.description(TT1), "c",
                        TextKey.of(new ChecklistItemId("TT1.a")), "d"));

        assertThat(translation.sorted().keySet())
                .extracting(TextKey::toString)
                .containsExactly("TT", "TT1.a", "TT1.description", "TT1.evidence.document");
    }

    @ParameterizedTest
    @CsvSource({"en, EN", "es, ES", "pt, PT", "ES,", "de,"})
    void knowsLanguagesByTheirSmallCode(String code, Language expected) {
        assertThat(Language.of(code).orElse(null)).isEqualTo(expected);
    }
}
