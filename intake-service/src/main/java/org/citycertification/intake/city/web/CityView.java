package org.citycertification.intake.city.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.UUID;
import org.citycertification.intake.city.domain.City;
import org.citycertification.intake.city.domain.Population;
import org.jspecify.annotations.Nullable;

/** A city's record as it is answered. */
record CityView(
        String cityId,
        String name,
        String country,
        @JsonInclude(Include.NON_NULL) @Nullable String subdivision,
        Population population,
        List<ContactView> contacts) {

    record ContactView(UUID id, String name, String email, String role, String language) {}

    static CityView of(City city) {
        return new CityView(
                city.id().value(),
                city.record().name(),
                city.record().country(),
                city.record().subdivision(),
                city.record().population(),
                city.contacts().stream()
                        .map(contact -> new ContactView(
                                contact.id().value(),
                                contact.name(),
                                contact.email(),
                                contact.role(),
                                contact.language().code()))
                        .toList());
    }
}
