package org.citycertification.intake.city.domain;

import java.util.List;

/**
 * A city as recorded.
 *
 * @param contacts in the order given
 */
public record City(CityId id, CityRecord record, List<Contact> contacts) {
    public City {
        contacts = List.copyOf(contacts);
    }
}
