package org.citycertification.scoring.edition.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.citycertification.scoring.edition.EditionFixtures;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.edition.domain.TextKey;
import org.citycertification.scoring.edition.domain.Translation;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ShippedTranslationsTests {

    private static final Edition SHIPPED = EditionFixtures.shipped();

    @Test
    void haveEveryNameTitleAndDescriptionAndNothingElse() throws IOException {
        var translations = TranslationFiles.matching(
                        "classpath*:editions/translations/*.yml", new PathMatchingResourcePatternResolver())
                .of(SHIPPED);

        assertThat(translations).extracting(Translation::language).containsExactlyInAnyOrder(Language.ES, Language.PT);
        assertThat(translations).allSatisfy(translation -> {
            assertThat(translation.texts().keySet()).isEqualTo(expected());
            assertThat(translation.texts().values())
                    .doesNotHaveDuplicates()
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        });
    }

    private static Set<TextKey> expected() {
        var keys = new HashSet<>(Set.of(TextKey.NAME, TextKey.NOTE));
        SHIPPED.areas().forEach(area -> keys.add(TextKey.of(area.code())));
        for (var criterion : SHIPPED.criteria()) {
            keys.add(TextKey.title(criterion.code()));
            keys.add(TextKey.description(criterion.code()));
        }
        return keys;
    }
}
