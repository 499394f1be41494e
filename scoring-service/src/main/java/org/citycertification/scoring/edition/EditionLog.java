package org.citycertification.scoring.edition;

import java.util.Optional;
import org.citycertification.scoring.edition.domain.ContentHash;
import org.citycertification.scoring.edition.domain.EditionId;

/** What is published, as its only writer sees it. */
public interface EditionLog extends AutoCloseable {

    /** The hash under which an edition is published. */
    Optional<ContentHash> published(EditionId id);

    /** Publishes an edition whose id is new; fails if another writer has opened the log in the meantime. */
    void publish(PublishedEdition edition);

    @Override
    void close();
}
