package org.citycertification.intake.edition.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What intake needs of a published edition.
 *
 * @param checklists ids of the checklist items of each criterion, by its code
 * @param minimumPopulation a city needs at least this many inhabitants
 * @param countries ISO 3166-1 alpha-2 codes of the countries whose cities may take part
 * @param validFrom first day (UTC) on which cities may send assessments under it; null is from its publication
 * @param retirement since when no city can choose it any more; null is that cities can
 */
public record Edition(
        EditionId id,
        Map<String, Set<String>> checklists,
        int minimumPopulation,
        Set<String> countries,
        @Nullable LocalDate validFrom,
        @Nullable Retirement retirement) {
    public Edition {
        checklists = Map.copyOf(checklists);
        countries = Set.copyOf(countries);
    }

    /** Whether a city may send an assessment under it on that day (UTC). */
    public boolean isOpenOn(LocalDate day) {
        return retirement == null && hasBegunBy(day);
    }

    /** Whether it is valid on that day (UTC) or was before. */
    public boolean hasBegunBy(LocalDate day) {
        return validFrom == null || !day.isBefore(validFrom);
    }

    /** Ids of the criterion's checklist items, null if the edition has no such criterion. */
    public @Nullable Set<String> checklistOf(String criterion) {
        return checklists.get(criterion);
    }
}
