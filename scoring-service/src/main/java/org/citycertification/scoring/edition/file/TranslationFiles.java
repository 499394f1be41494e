package org.citycertification.scoring.edition.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citycertification.scoring.edition.ShippedTranslations;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.edition.domain.TextKey;
import org.citycertification.scoring.edition.domain.Translation;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Translations in files named {@code <edition>.<language>.yml}, read once: one mapping from what is translated to its text. */
final class TranslationFiles implements ShippedTranslations {

    private final List<Edition> originals;
    private final Map<EditionId, Map<Language, Map<TextKey, String>>> translations = new HashMap<>();

    private TranslationFiles(List<Edition> originals) {
        this.originals = originals;
    }

    /** @param originals editions whose translations other editions share */
    static TranslationFiles matching(String pattern, ResourcePatternResolver files, List<Edition> originals)
            throws IOException {
        var all = new TranslationFiles(originals);
        for (var file : files.getResources(pattern)) {
            all.add(file);
        }
        return all;
    }

    private void add(Resource file) throws IOException {
        var name = String.valueOf(file.getFilename());
        var parts = name.split("\\.", -1);
        var language = parts.length == 3 ? Language.of(parts[1]) : Optional.<Language>empty();
        if (language.isEmpty()) {
            throw new InvalidEditionFile(name + ": a translation is named <edition>.<language>.yml", null);
        }
        try (var yaml = file.getInputStream()) {
            var texts = texts(name, yaml.readNBytes(YamlText.LARGEST_BYTES + 1));
            translations
                    .computeIfAbsent(new EditionId(parts[0]), id -> new EnumMap<>(Language.class))
                    .put(language.get(), texts);
        }
    }

    private static Map<TextKey, String> texts(String name, byte[] yaml) {
        var findings = new Findings();
        var texts = new HashMap<TextKey, String>();
        YamlText.read(yaml, findings).ifPresent(root -> {
            if (root instanceof MappingNode mapping) {
                mapping.getValue().forEach(entry -> {
                    if (!(entry.getKeyNode() instanceof ScalarNode key)
                            || !(entry.getValueNode() instanceof ScalarNode text)
                            || texts.put(new TextKey(key.getValue()), text.getValue()) != null) {
                        findings.addAt(entry.getKeyNode().getStartMark(), "", "a text is expected, for each key once");
                    }
                });
            }
        });
        if (findings.any()) {
            throw new InvalidEditionFile(name + ": " + findings.problems(), null);
        }
        return texts;
    }

    @Override
    public List<Translation> of(Edition edition) {
        return Arrays.stream(Language.values())
                .filter(language -> language != Language.EN)
                .map(language -> new Translation(language, texts(edition, language)))
                .filter(translation -> !translation.texts().isEmpty())
                .toList();
    }

    /** A text that is word for word that of an original is translated as there, unless the edition has its own. */
    private Map<TextKey, String> texts(Edition edition, Language language) {
        var english = EditionWording.english(edition);
        var texts = new HashMap<TextKey, String>();
        for (var original : originals) {
            var same = EditionWording.english(original);
            own(original.id(), language).forEach((key, text) -> {
                if (same.containsKey(key) && same.get(key).equals(english.get(key))) {
                    texts.put(key, text);
                }
            });
        }
        texts.putAll(own(edition.id(), language));
        return texts;
    }

    private Map<TextKey, String> own(EditionId edition, Language language) {
        return translations.getOrDefault(edition, Map.of()).getOrDefault(language, Map.of());
    }
}
