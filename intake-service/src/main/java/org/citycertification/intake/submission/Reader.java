package org.citycertification.intake.submission;

import org.citycertification.intake.access.RowScope;
import org.citycertification.intake.city.domain.CityId;

/** Who reads. */
public sealed interface Reader {
    /** Lets the transaction see what this reader may see. */
    void narrow(RowScope scope);

    /** Somebody of this city. */
    record OfCity(CityId city) implements Reader {
        @Override
        public void narrow(RowScope scope) {
            scope.city(city.value());
        }
    }

    /** Staff who may read everything. */
    record Staff() implements Reader {
        @Override
        public void narrow(RowScope scope) {
            scope.staff();
        }
    }
}
