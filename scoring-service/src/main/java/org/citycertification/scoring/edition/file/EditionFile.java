package org.citycertification.scoring.edition.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.citycertification.scoring.edition.EditionDraft;
import org.citycertification.scoring.edition.EditionFormat;
import org.citycertification.scoring.edition.domain.Edition;

/** Reads one edition from YAML and refuses whatever it does not understand; the format is in docs/edition-format.md. */
public final class EditionFile implements EditionFormat {

    @Override
    public EditionDraft read(byte[] file) {
        var findings = new Findings();
        var edition = YamlText.read(file, findings).flatMap(root -> EditionSection.read(root, findings));
        if (findings.any() || edition.isEmpty()) {
            return new EditionDraft.Faulty(findings.problems());
        }
        return new EditionDraft.Sound(edition.get());
    }

    /**
     * Reads an edition that has to be sound.
     *
     * @param name how messages call the file
     * @throws InvalidEditionFile with everything that is wrong if the file breaks a rule of the format or of the edition
     */
    public static Edition read(String name, InputStream yaml) throws IOException {
        return new EditionFile()
                .read(yaml.readNBytes(YamlText.LARGEST_BYTES + 1))
                .fold(edition -> edition, problems -> {
                    throw new InvalidEditionFile(
                            problems.stream()
                                    .map(problem -> name + ": " + problem)
                                    .collect(Collectors.joining(System.lineSeparator())),
                            null);
                });
    }
}
