package org.citycertification.review.reviewcase.pages;

import org.citycertification.http.bearer.Caller;
import org.citycertification.pages.signin.SignedIn;
import org.citycertification.review.certification.domain.CityId;
import org.citycertification.review.reviewcase.domain.PersonId;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.citycertification.review.reviewcase.domain.Sight;

/** Who has signed in, in the words of the domain. */
final class Viewers {

    private static final String REVIEWER = "reviewer";

    private Viewers() {}

    static Reviewer reviewer(SignedIn person) {
        Caller caller = person.caller();
        String city = caller.cityId();
        return new Reviewer(
                new PersonId(caller.person()),
                caller.subject(),
                city == null || city.isBlank() ? null : new CityId(city));
    }

    static Sight sight(SignedIn person) {
        return new Sight(new PersonId(person.caller().person()), !judges(person));
    }

    static boolean judges(SignedIn person) {
        return person.caller().has(REVIEWER);
    }
}
