package org.citycertification.review.reviewcase.web;

import org.citycertification.http.bearer.Caller;
import org.citycertification.review.certification.domain.CityId;
import org.citycertification.review.reviewcase.domain.PersonId;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.citycertification.review.reviewcase.domain.Sight;

/** The caller of a request in the words of the domain. */
final class Callers {

    private static final String REVIEWER = "reviewer";

    private Callers() {}

    static Reviewer reviewer(Caller caller) {
        String city = caller.cityId();
        return new Reviewer(
                new PersonId(caller.person()),
                caller.subject(),
                city == null || city.isBlank() ? null : new CityId(city));
    }

    static Sight sight(Caller caller) {
        return new Sight(new PersonId(caller.person()), !caller.has(REVIEWER));
    }
}
