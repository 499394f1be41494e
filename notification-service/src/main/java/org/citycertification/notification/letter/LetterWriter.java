package org.citycertification.notification.letter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes letters. The same facts, name and language give the same letter. */
public final class LetterWriter {
    private static final Set<String> LANGUAGES = Set.of("en", "es", "pt");

    private final ITemplateEngine engine;
    private final MessageSource words;
    private final LetterProperties settings;

    LetterWriter(ITemplateEngine engine, MessageSource words, LetterProperties settings) {
        this.engine = engine;
        this.words = words;
        this.settings = settings;
    }

    /**
     * Writes a letter.
     *
     * @param name of the reader, null if unknown
     * @param language BCP 47 tag; a language that there are no words for gives a letter in English
     */
    public Letter write(Template template, Facts facts, @Nullable String name, String language) {
        String asked = Locale.forLanguageTag(language).getLanguage();
        boolean known = LANGUAGES.contains(asked);
        Locale locale = Locale.forLanguageTag(known ? asked : "en");
        var phrases = new Phrases(words, locale);
        Map<String, Object> model = new HashMap<>(model(facts, phrases));
        String subject = Objects.requireNonNull(model.get("subject")).toString();
        model.put("language", locale.getLanguage());
        model.put("programme", settings.programme());
        model.put("greeting", name == null ? phrases.of("greeting.unknown") : phrases.of("greeting", name));
        var context = new Context(locale, model);
        String text = engine.process(template.fileName() + ".txt", context);
        String html = engine.process(template.fileName() + ".html", context);
        return new Letter(subject, tidy(text), html, locale.getLanguage(), !known);
    }

    private Map<String, Object> model(Facts facts, Phrases phrases) {
        return facts instanceof DecisionFacts decision
                ? decision(decision, phrases)
                : new AnnouncementModel(phrases).of((AnnouncementFacts) facts);
    }

    private Map<String, Object> decision(DecisionFacts decision, Phrases phrases) {
        var model = new HashMap<>(new DecisionModel(phrases).of(decision));
        String baseUrl = settings.baseUrl();
        if (baseUrl != null) {
            model.put("link", baseUrl.replaceFirst("/+$", "") + "/submissions/" + decision.submissionId());
        }
        return model;
    }

    /** Templates leave blank lines where they decide something; a letter has one between paragraphs. */
    private static String tidy(String text) {
        List<String> lines = text.lines().map(String::stripTrailing).toList();
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip() + "\n";
    }
}
