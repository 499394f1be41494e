package org.citycertification.scoring.edition;

import java.util.List;
import java.util.Optional;
import org.citycertification.scoring.edition.domain.EditionId;

/** The editions that are published. */
public interface Editions {

    Optional<PublishedEdition> find(EditionId id);

    /** All of them, by id. */
    List<PublishedEdition> all();

    /** Whether what was published before this instance started is known; until then an absence means nothing. */
    boolean areKnown();

    /** Waits until everything published up to now is known; false if that takes too long. */
    boolean awaitAllPublished();
}
