package org.citycertification.review.certification.domain;

import org.jspecify.annotations.Nullable;

/**
 * A city as it was known when the submission was received.
 *
 * @param name official name in its own spelling
 * @param country ISO 3166-1 alpha-2
 * @param subdivision ISO 3166-2, {@code null} where none applies
 */
public record City(
        CityId id, String name, String country, @Nullable String subdivision) {}
