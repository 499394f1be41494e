package org.citycertification.scoring.edition;

import java.util.List;
import java.util.Optional;
import org.citycertification.scoring.edition.domain.EditionId;

/** Readers of the topic that have seen nothing so far, whether they say that they have caught up or not. */
record Readers(boolean caughtUp) implements Editions {

    @Override
    public Optional<PublishedEdition> find(EditionId id) {
        return Optional.empty();
    }

    @Override
    public List<PublishedEdition> all() {
        return List.of();
    }

    @Override
    public boolean areKnown() {
        return caughtUp;
    }

    @Override
    public boolean awaitAllPublished() {
        return caughtUp;
    }
}
