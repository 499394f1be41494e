package org.citycertification.intake.submission.web;

import org.citycertification.http.bearer.Caller;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.submission.Reader;

/** For whom a caller acts, by the token alone. */
final class ActingCity {
    private ActingCity() {}

    static CityId of(Caller caller) {
        String city = caller.cityId();
        if (city == null || !CityId.isWellFormed(city)) {
            throw SubmissionProblems.noCity().refused();
        }
        return new CityId(city);
    }

    static Reader reader(Caller caller) {
        return caller.has("coordinator") || caller.has("auditor") ? new Reader.Staff() : new Reader.OfCity(of(caller));
    }
}
