package org.citycertification.scoring.edition;

import java.util.List;
import java.util.Optional;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionDifferences;
import org.citycertification.scoring.edition.domain.EditionId;

/** Looks at a file as publishing would, and changes nothing. */
public class CheckEdition {

    private final EditionFormat format;
    private final Editions editions;

    public CheckEdition(EditionFormat format, Editions editions) {
        this.format = format;
        this.editions = editions;
    }

    /**
     * What is wrong with the file, or how it differs from a published edition.
     *
     * @param against the edition to compare with; without it, or if it is not published, the one that the file has the id
     *     of
     */
    public EditionCheck check(byte[] file, Optional<EditionId> against) {
        return format.read(file).fold(edition -> sound(edition, against), CheckEdition::faulty);
    }

    private static EditionCheck faulty(List<FileProblem> problems) {
        return new EditionCheck(Optional.empty(), problems, Optional.empty(), List.of());
    }

    private EditionCheck sound(Edition edition, Optional<EditionId> against) {
        var other = against.flatMap(editions::find)
                .or(() -> editions.find(edition.id()))
                .map(PublishedEdition::edition);
        return new EditionCheck(
                Optional.of(PublishedEdition.of(edition)),
                List.of(),
                other.map(Edition::id),
                other.map(older -> EditionDifferences.between(older, edition)).orElse(List.of()));
    }
}
