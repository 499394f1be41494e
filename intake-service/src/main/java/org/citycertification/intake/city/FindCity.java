package org.citycertification.intake.city;

import java.util.Optional;
import org.citycertification.intake.access.RowScope;
import org.citycertification.intake.city.domain.CityId;
import org.springframework.transaction.annotation.Transactional;

/** Somebody reads a city's record. */
public class FindCity {
    private final Cities cities;
    private final RowScope scope;

    public FindCity(Cities cities, RowScope scope) {
        this.cities = cities;
        this.scope = scope;
    }

    /** Any city, for staff. */
    @Transactional(readOnly = true)
    public Optional<RecordedCity> any(CityId id) {
        scope.staff();
        return cities.find(id);
    }

    /** The city that the reader acts for. */
    @Transactional(readOnly = true)
    public Optional<RecordedCity> own(CityId id) {
        scope.city(id.value());
        return cities.find(id);
    }
}
