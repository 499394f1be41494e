package org.citycertification.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.scorecard.domain.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTests {

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysTheSameThingsInEveryLanguage(Language language) {
        var english = Phrases.read(Language.EN);
        var phrases = Phrases.read(language);

        assertThat(phrases.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(phrases.stringPropertyNames()).allSatisfy(key -> {
            assertThat(phrases.getProperty(key)).isNotBlank();
            assertThat(places(phrases.getProperty(key))).isEqualTo(places(english.getProperty(key)));
        });
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void hasAWordForEveryOutcome(Outcome outcome) {
        for (var language : Language.values()) {
            assertThat(Phrases.in(language).say("outcome." + outcome)).isNotBlank();
        }
    }

    @Test
    void leavesBracesInFactsAlone() {
        assertThat(Phrases.in(Language.EN).say("criterion", Map.of("code", "{title}", "title", "$1 \\ {code}")))
                .isEqualTo("{title} ($1 \\ {code})");
    }

    private static Set<String> places(String phrase) {
        var places = new TreeSet<String>();
        PLACE.matcher(phrase).results().forEach(place -> places.add(place.group()));
        return places;
    }
}
