package org.citycertification.scoring.edition;

import java.util.Optional;
import org.citycertification.scoring.edition.domain.ContentHash;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Retirement;

/** What is published, as its only writer sees it. */
public interface EditionLog extends AutoCloseable {

    /** The hash under which an edition is published. */
    Optional<ContentHash> published(EditionId id);

    /** Since when an edition is retired; empty if it is not, or is not published. */
    Optional<Retirement> retirement(EditionId id);

    /** Publishes an edition whose id is new; fails if another writer has opened the log in the meantime. */
    void publish(PublishedEdition edition);

    /** Retires an edition that is published and open; fails if another writer has opened the log in the meantime. */
    void retire(EditionId id, Retirement retirement);

    @Override
    void close();
}
