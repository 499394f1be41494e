package org.citycertification.notification.letter;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public fact about a city's certification: no score, no criterion, no person.
 *
 * @param subdivision ISO 3166-2, null where there is none
 * @param country ISO 3166-1 alpha-2
 * @param level null when none is held any more
 * @param validUntil last day of validity, null = no end
 */
public record AnnouncementFacts(
        String cityName,
        @Nullable String subdivision,
        String country,
        Standing standing,
        @Nullable Level level,
        UUID certificationId,
        String editionId,
        int cohortYear,
        LocalDate announcedOn,
        @Nullable LocalDate validUntil)
        implements Facts {}
