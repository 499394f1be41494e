package org.citycertification.scoring.edition;

import org.citycertification.scoring.edition.domain.ContentHash;
import org.citycertification.scoring.edition.domain.Edition;

/** An edition with the hash under which it is, or is to be, published. */
public record PublishedEdition(Edition edition, ContentHash hash) {

    public static PublishedEdition of(Edition edition) {
        return new PublishedEdition(edition, EditionHash.of(edition));
    }
}
