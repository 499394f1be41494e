package org.citycertification.intake.city.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.precondition.IfMatch;
import org.citycertification.http.problem.Problem;
import org.citycertification.intake.city.FindCity;
import org.citycertification.intake.city.RecordCity;
import org.citycertification.intake.city.RecordedCity;
import org.citycertification.intake.city.Recording;
import org.citycertification.intake.city.domain.CheckCity;
import org.citycertification.intake.city.domain.City;
import org.citycertification.intake.city.domain.CityForm;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.form.domain.Checked;
import org.citycertification.intake.form.domain.Flaw;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/cities/{cityId}}: coordinators record cities, and a city reads its own record. */
@RestController
@RequestMapping("/api/cities/{cityId}")
class CityController {
    private final RecordCity recordCity;
    private final FindCity findCity;
    private final Clock clock;

    CityController(RecordCity recordCity, FindCity findCity, Clock clock) {
        this.recordCity = recordCity;
        this.findCity = findCity;
        this.clock = clock;
    }

    @PutMapping
    ResponseEntity<?> record(
            @PathVariable String cityId,
            @RequestBody CityForm form,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (!CityId.isWellFormed(cityId)) {
            return CityProblems.malformedId().response();
        }
        Checked<City> checked = CheckCity.check(new CityId(cityId), form);
        if (checked instanceof Checked.Flawed<City> flawed) {
            return CityProblems.flawed(flawed.flaws()).response();
        }
        City city = ((Checked.Sound<City>) checked).value();
        return answer(city, recordCity.record(city, basedOn(ifMatch), clock.instant()));
    }

    private static Optional<LongPredicate> basedOn(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return Optional.empty();
        }
        IfMatch condition = IfMatch.required(ifMatch);
        return Optional.of(revision -> condition.matches(etag(revision)));
    }

    private static ResponseEntity<?> answer(City city, Recording recording) {
        if (recording instanceof Recording.Added added) {
            return ResponseEntity.created(URI.create("/api/cities/" + city.id()))
                    .eTag(etag(added.revision()))
                    .body(CityView.of(city));
        }
        if (recording instanceof Recording.Changed changed) {
            return found(new RecordedCity(city, changed.revision()));
        }
        if (recording instanceof Recording.Unchanged unchanged) {
            return found(new RecordedCity(city, unchanged.revision()));
        }
        return refusal(city, recording).response();
    }

    private static Problem refusal(City city, Recording recording) {
        if (recording instanceof Recording.ConditionMissing known) {
            return CityProblems.conditionMissing(etag(known.revision()));
        }
        if (recording instanceof Recording.ChangedMeanwhile known) {
            return IfMatch.changedMeanwhile(etag(known.revision()));
        }
        if (recording instanceof Recording.ForeignContacts foreign) {
            List<Flaw> flaws = CityProblems.foreign(city, foreign.contacts());
            return CityProblems.contactsOfAnotherCity(flaws);
        }
        return CityProblems.nothingToChange();
    }

    @GetMapping
    ResponseEntity<?> find(@PathVariable String cityId, Caller caller) {
        if (!CityId.isWellFormed(cityId)) {
            return CityProblems.notFound().response();
        }
        var id = new CityId(cityId);
        Optional<RecordedCity> city;
        if (caller.has("coordinator")) {
            city = findCity.any(id);
        } else {
            city = cityId.equals(caller.cityId()) ? findCity.own(id) : Optional.empty();
        }
        return city.<ResponseEntity<?>>map(CityController::found)
                .orElseGet(() -> CityProblems.notFound().response());
    }

    private static ResponseEntity<?> found(RecordedCity recorded) {
        return ResponseEntity.ok().eTag(etag(recorded.revision())).body(CityView.of(recorded.city()));
    }

    private static String etag(long revision) {
        return IfMatch.etag(Long.toString(revision));
    }
}
