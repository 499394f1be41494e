package org.citycertification.scoring.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citycertification.scoring.edition.domain.Language;

/** Sentences of explanations in one language, with {@code {names}} where facts go. */
final class Phrases {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Map<Language, Phrases> ALL = all();

    private final Properties phrases;

    private Phrases(Properties phrases) {
        this.phrases = phrases;
    }

    static Phrases in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    private static Map<Language, Phrases> all() {
        var all = new EnumMap<Language, Phrases>(Language.class);
        for (var language : Language.values()) {
            all.put(language, new Phrases(read(language)));
        }
        return all;
    }

    static Properties read(Language language) {
        var file = "/explanation/" + language.code() + ".properties";
        try (var stream = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file)) {
            var phrases = new Properties();
            phrases.load(new InputStreamReader(stream, UTF_8));
            return phrases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence with its facts; a fact that itself holds braces stays as it is. */
    String say(String key, Map<String, ?> facts) {
        var phrase = Objects.requireNonNull(phrases.getProperty(key), key);
        return PLACE.matcher(phrase).replaceAll(place -> {
            var fact = Objects.requireNonNull(facts.get(place.group(1)), () -> key + " needs " + place.group());
            return Matcher.quoteReplacement(fact.toString());
        });
    }

    String say(String key) {
        return say(key, Map.of());
    }
}
