package org.citycertification.intake.city;

import org.citycertification.intake.city.domain.City;

/**
 * A city as it is kept.
 *
 * @param revision counts the changes of its record and contacts, from 1
 */
public record RecordedCity(City city, long revision) {}
