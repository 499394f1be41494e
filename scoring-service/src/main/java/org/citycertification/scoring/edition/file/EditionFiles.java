package org.citycertification.scoring.edition.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citycertification.scoring.edition.ShippedEditions;
import org.citycertification.scoring.edition.domain.Edition;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The editions in files that match a pattern, read once. */
final class EditionFiles implements ShippedEditions {

    private final List<Edition> editions;

    private EditionFiles(List<Edition> editions) {
        this.editions = List.copyOf(editions);
    }

    static EditionFiles matching(String pattern, ResourcePatternResolver files) throws IOException {
        var editions = new ArrayList<Edition>();
        for (var file : files.getResources(pattern)) {
            editions.add(read(file));
        }
        if (editions.isEmpty()) {
            throw new InvalidEditionFile("no edition at " + pattern, null);
        }
        editions.sort(Comparator.comparing(Edition::id));
        return new EditionFiles(editions);
    }

    private static Edition read(Resource file) throws IOException {
        var name = String.valueOf(file.getFilename());
        try (var yaml = file.getInputStream()) {
            var edition = EditionFile.read(name, yaml);
            if (!name.equals(edition.id() + ".yml")) {
                throw new InvalidEditionFile(
                        name + ": the file of edition " + edition.id() + " has another name", null);
            }
            return edition;
        }
    }

    @Override
    public List<Edition> all() {
        return editions;
    }
}
