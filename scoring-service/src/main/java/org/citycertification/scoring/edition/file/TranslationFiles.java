package org.citycertification.scoring.edition.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citycertification.scoring.edition.ShippedTranslations;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.edition.domain.TextKey;
import org.citycertification.scoring.edition.domain.Translation;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Translations in files named {@code <edition>.<language>.yml}, read once: one mapping from what is translated to its text. */
final class TranslationFiles implements ShippedTranslations {

    private final Map<EditionId, List<Translation>> translations = new HashMap<>();

    static TranslationFiles matching(String pattern, ResourcePatternResolver files) throws IOException {
        var all = new TranslationFiles();
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
                    .computeIfAbsent(new EditionId(parts[0]), id -> new ArrayList<>())
                    .add(new Translation(language.get(), texts));
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
        return translations.getOrDefault(edition.id(), List.of());
    }
}
