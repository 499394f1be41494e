package org.citycertification.review.certification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A released positive decision, on its way to become a certification.
 *
 * @param validityMonths how long it lasts under its edition, {@code null} for no end
 * @param cohortYear the year it is counted in
 * @param releasedAt when the decision is released and announced
 */
public record Award(
        City city,
        CertificationLevel level,
        String editionId,
        @Nullable Integer validityMonths,
        int cohortYear,
        Instant releasedAt) {

    public LocalDate announcedOn() {
        return LocalDate.ofInstant(releasedAt, ZoneOffset.UTC);
    }

    /** Last day of validity, so that the period holds exactly its months; {@code null} for no end. */
    public @Nullable LocalDate validUntil() {
        Integer months = validityMonths;
        return months == null ? null : announcedOn().plusMonths(months).minusDays(1);
    }
}
