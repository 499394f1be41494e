package org.citycertification.intake.city.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citycertification.http.problem.Problem;
import org.citycertification.intake.city.domain.City;
import org.citycertification.intake.city.domain.ContactId;
import org.citycertification.intake.form.domain.Flaw;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Refusals about a city's record. */
final class CityProblems {
    private CityProblems() {}

    static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such city.");
    }

    static Problem malformedId() {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid-city",
                        "The city's id in the address is not one that a city can have.")
                .error("", "malformed-city-id", "Country and names in small letters, like us-ma-cambridge.");
    }

    static Problem flawed(List<Flaw> flaws) {
        Problem problem = Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-city",
                "The record breaks the rules named in errors; nothing was kept.");
        return with(problem, flaws);
    }

    static Problem conditionMissing(String currentEtag) {
        return Problem.of(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "precondition-required",
                        "The city is recorded differently. Read it and send its ETag in the header If-Match with the change.")
                .fact("currentEtag", currentEtag)
                .header(HttpHeaders.ETAG, currentEtag);
    }

    static Problem nothingToChange() {
        return Problem.of(
                HttpStatus.PRECONDITION_FAILED,
                "changed-meanwhile",
                "If-Match asks for a city that is not recorded. Leave the header out to record it.");
    }

    static Problem contactsOfAnotherCity(List<Flaw> flaws) {
        Problem problem = Problem.of(
                HttpStatus.CONFLICT,
                "contact-of-another-city",
                "A contact belongs to one city. Give the person a new id here.");
        return with(problem, flaws);
    }

    static List<Flaw> foreign(City city, Set<ContactId> foreign) {
        var flaws = new ArrayList<Flaw>();
        for (int i = 0; i < city.contacts().size(); i++) {
            if (foreign.contains(city.contacts().get(i).id())) {
                flaws.add(new Flaw("/contacts/" + i + "/id", "foreign-contact", "This id is in use by another city."));
            }
        }
        return flaws;
    }

    private static Problem with(Problem problem, List<Flaw> flaws) {
        Problem full = problem;
        for (Flaw flaw : flaws) {
            full = full.error(flaw.pointer(), flaw.code(), flaw.message());
        }
        return full;
    }
}
