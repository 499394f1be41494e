package org.citycertification.scoring.scorecard.domain;

import org.citycertification.scoring.edition.domain.EvidenceKind;

/**
 * Something a city names in support of a claim.
 *
 * @param link where it can be read; empty if the city gave no address
 */
public record Evidence(EvidenceKind kind, String link) {

    /** Evidence that nobody can look at does not count. */
    boolean canBeRead() {
        return !link.isBlank();
    }
}
