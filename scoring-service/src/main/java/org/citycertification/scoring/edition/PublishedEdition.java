package org.citycertification.scoring.edition;

import org.citycertification.scoring.edition.domain.ContentHash;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.Retirement;
import org.jspecify.annotations.Nullable;

/**
 * An edition with the hash under which it is, or is to be, published.
 *
 * @param retirement since when no new submission may name it; null is that it is open
 */
public record PublishedEdition(
        Edition edition, ContentHash hash, @Nullable Retirement retirement) {

    public static PublishedEdition of(Edition edition) {
        return new PublishedEdition(edition, EditionHash.of(edition), null);
    }

    /** The same edition, out of use. */
    public PublishedEdition retired(@Nullable Retirement since) {
        return new PublishedEdition(edition, hash, since);
    }
}
