package org.citycertification.intake.city.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the programme knows of a city apart from its people; eligibility reads this and nothing else.
 *
 * @param name official name, in its own spelling
 * @param country ISO 3166-1 alpha-2
 * @param subdivision ISO 3166-2, null where none applies
 */
public record CityRecord(
        String name, String country, @Nullable String subdivision, Population population) {}
