package org.citycertification.scoring.edition.domain;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of one edition in one language; what is not translated is in English. */
public final class EditionWording {

    private final Language language;
    private final Map<TextKey, String> texts;

    private EditionWording(Language language, Map<TextKey, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The edition in a language, by the translations given; the first that fits counts. */
    public static EditionWording of(Edition edition, Stream<Translation> translations, Language language) {
        var texts = english(edition);
        translations
                .filter(translation -> translation.language() == language)
                .findFirst()
                .ifPresent(translation -> texts.putAll(translation.texts()));
        return new EditionWording(language, texts);
    }

    /** Every text of an edition in the wording that counts. */
    public static SortedMap<TextKey, String> english(Edition edition) {
        var texts = new TreeMap<TextKey, String>();
        texts.put(TextKey.NAME, edition.name());
        texts.put(TextKey.NOTE, edition.note());
        if (edition.recognition() != null) {
            texts.put(TextKey.RECOGNITION, edition.recognition());
        }
        edition.areas().forEach(area -> texts.put(TextKey.of(area.code()), area.name()));
        edition.answerable().forEach(criterion -> put(criterion, texts));
        return texts;
    }

    private static void put(Criterion criterion, Map<TextKey, String> texts) {
        texts.put(TextKey.title(criterion.code()), criterion.title());
        texts.put(TextKey.description(criterion.code()), criterion.description());
        criterion.checklist().items().forEach(item -> texts.put(TextKey.of(item.id()), item.text()));
        criterion.evidence().forEach(rule -> texts.put(TextKey.evidence(criterion.code(), rule.kind()), rule.shows()));
    }

    public Language language() {
        return language;
    }

    /** What the edition is called. */
    public String name() {
        return text(TextKey.NAME);
    }

    /** What a reader has to know about it. */
    public String note() {
        return text(TextKey.NOTE);
    }

    /** What people may award below the lowest threshold; empty if there is no such thing. */
    public String recognition() {
        return texts.getOrDefault(TextKey.RECOGNITION, "");
    }

    public String area(AreaCode area) {
        return text(TextKey.of(area));
    }

    public String title(CriterionCode criterion) {
        return text(TextKey.title(criterion));
    }

    public String description(CriterionCode criterion) {
        return text(TextKey.description(criterion));
    }

    public String item(ChecklistItemId item) {
        return text(TextKey.of(item));
    }

    /** What evidence of this kind has to show. */
    public String shows(CriterionCode criterion, EvidenceKind kind) {
        return text(TextKey.evidence(criterion, kind));
    }

    private String text(TextKey key) {
        return Objects.requireNonNull(texts.get(key), () -> "the edition has no text " + key);
    }
}
