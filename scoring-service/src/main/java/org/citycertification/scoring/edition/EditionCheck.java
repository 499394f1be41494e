package org.citycertification.scoring.edition;

import java.util.List;
import java.util.Optional;
import org.citycertification.scoring.edition.domain.EditionDifferences.Difference;
import org.citycertification.scoring.edition.domain.EditionId;

/**
 * What is to be said about a file before anybody publishes it.
 *
 * @param edition what is in it, with the hash that it would get; empty if something is wrong with it
 * @param problems everything that is wrong with it; empty if nothing is
 * @param comparedWith the published edition that it was compared with; empty if there is none
 * @param differences what it says otherwise than that edition
 */
public record EditionCheck(
        Optional<PublishedEdition> edition,
        List<FileProblem> problems,
        Optional<EditionId> comparedWith,
        List<Difference> differences) {

    public EditionCheck {
        problems = List.copyOf(problems);
        differences = List.copyOf(differences);
    }

    /** Whether it could be published as far as its content goes. */
    public boolean isSound() {
        return problems.isEmpty();
    }
}
