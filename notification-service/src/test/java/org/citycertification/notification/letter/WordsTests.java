package org.citycertification.notification.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @ValueSource(strings = {"_es", "_pt"})
    void haveTheSameKeysAndPlaceholdersInEveryLanguage(String language) throws IOException {
        Properties english = words("");
        Properties other = words(language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(other, key)).isEqualTo(placeholders(english, key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_es", "_pt"})
    void holdNoStraightApostropheThatAFormatWouldSwallow(String language) throws IOException {
        assertThat(words(language).values())
                .noneSatisfy(value -> assertThat(value.toString()).contains("'"));
    }

    private static java.util.List<String> placeholders(Properties words, String key) {
        return PLACEHOLDER
                .matcher(words.getProperty(key))
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static Properties words(String language) throws IOException {
        String name = "/notification/letters/words" + language + ".properties";
        var words = new Properties();
        try (var in = Objects.requireNonNull(WordsTests.class.getResourceAsStream(name));
                var reader = new InputStreamReader(in, UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
