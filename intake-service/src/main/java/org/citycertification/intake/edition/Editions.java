package org.citycertification.intake.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citycertification.intake.edition.domain.Edition;
import org.citycertification.intake.edition.domain.EditionId;

/** The published editions of the standard. */
public interface Editions {
    /**
     * The edition, if it is published.
     *
     * @throws EditionsUnavailable if it is not known here and nobody can say whether it was published
     */
    Optional<Edition> find(EditionId id);

    /** Those known here under which cities may send assessments on that day (UTC), by id. */
    List<EditionId> openOn(LocalDate day);
}
