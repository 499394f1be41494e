package org.citycertification.scoring.edition;

import org.citycertification.scoring.edition.domain.ContentHash;
import org.citycertification.scoring.edition.domain.EditionId;

/** This build ships other content under the id of an edition that is published already. */
public final class EditionConflict extends RuntimeException {

    EditionConflict(EditionId id, ContentHash published, ContentHash shipped) {
        super("Edition " + id + " is already published with content " + published + ", but this build ships content "
                + shipped + " under the same id; a published edition never changes, so give the new content a new id.");
    }
}
