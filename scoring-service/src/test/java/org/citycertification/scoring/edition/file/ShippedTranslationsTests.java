package org.citycertification.scoring.edition.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.EditionFixtures;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.edition.domain.TextKey;
import org.citycertification.scoring.edition.domain.Translation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ShippedTranslationsTests {

    private static final Edition SHIPPED = EditionFixtures.shipped();

    static Stream<Edition> editions() throws IOException {
        return Stream.of(SHIPPED, draft(""));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void haveEveryTextAndNothingElse(Edition edition) throws IOException {
        var english = EditionWording.english(edition);

        var translations = translations().of(edition);

        assertThat(translations).extracting(Translation::language).containsExactly(Language.ES, Language.PT);
        assertThat(translations).allSatisfy(translation -> {
            assertThat(translation.texts()).containsOnlyKeys(english.keySet());
            assertThat(translation.texts())
                    .allSatisfy((key, text) -> assertThat(text)
                            .as(key.value())
                            .isNotBlank()
                            .isNotEqualTo(english.get(key))
                            .doesNotContain("  "));
            assertThat(translation.texts().values()).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @MethodSource("editions")
    void endAsTheEnglishTextsDoAndNameTheSameNumbersInFigures(Edition edition) throws IOException {
        var english = EditionWording.english(edition);

        assertThat(translations().of(edition))
                .allSatisfy(translation -> assertThat(translation.texts()).allSatisfy((key, text) -> {
                    assertThat(text.endsWith("."))
                            .as(key.value())
                            .isEqualTo(english.get(key).endsWith("."));
                    assertThat(figures(text)).as(key.value()).isEqualTo(figures(english.get(key)));
                }));
    }

    private static List<String> figures(String text) {
        return Stream.of(text.split("\\D+"))
                .filter(each -> !each.isEmpty())
                .sorted()
                .toList();
    }

    @Test
    void leaveATextInEnglishThatReadsOtherwiseThere() throws IOException {
        var changed = draft("The inventory was reviewed and corrected within the last 6 months.");

        assertThat(translations().of(changed))
                .allSatisfy(translation -> assertThat(translation.texts())
                        .doesNotContainKey(new TextKey("DM2.e"))
                        .containsKey(new TextKey("DM2.d")));
    }

    /** The example of a draft, with another text for DM2.e if one is given. */
    private static Edition draft(String text) throws IOException {
        var file = Files.readString(Path.of("../samples/editions/2026-draft.yml"));
        var before = "The inventory was reviewed and corrected within the last 12 months.";
        var yaml = text.isEmpty() ? file : file.replace(before, text);
        return EditionFile.read("2026-draft.yml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }

    private static TranslationFiles translations() throws IOException {
        return TranslationFiles.matching(
                "classpath*:editions/translations/*.yml", new PathMatchingResourcePatternResolver(), List.of(SHIPPED));
    }
}
