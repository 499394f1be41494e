package org.citycertification.scoring.edition.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.problem.Problem;
import org.citycertification.scoring.edition.EditionLogTaken;
import org.citycertification.scoring.edition.RetireEdition;
import org.citycertification.scoring.edition.RetireEdition.Outcome;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Retirement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Coordinators take an edition out of use: 201 the first time, 200 for the same again. */
@RestController
class RetirementController {

    private static final Logger log = LoggerFactory.getLogger(RetirementController.class);

    private final RetireEdition retireEdition;
    private final Clock clock;

    RetirementController(RetireEdition retireEdition, Clock clock) {
        this.retireEdition = retireEdition;
        this.clock = clock;
    }

    /** What a coordinator sends. */
    record Form(@Nullable String reason) {}

    /** The edition that is out of use. */
    record Answer(String id, @Nullable RetirementView retired) {
        static Answer of(EditionId id, Retirement retirement) {
            return new Answer(id.value(), RetirementView.of(retirement));
        }
    }

    @PostMapping(path = "/api/editions/{id}/retirement", consumes = "application/json")
    ResponseEntity<?> retire(@PathVariable String id, @RequestBody Form form, Caller caller) {
        var reason = Objects.requireNonNullElse(form.reason(), "").strip();
        if (!Retirement.isReason(reason)) {
            return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-retirement", "Nothing was changed.")
                    .error(
                            "/reason",
                            "reason",
                            "Say why in 1 to " + Retirement.LONGEST_REASON + " characters, on one line.")
                    .response();
        }
        return answer(retireEdition.retire(id(id), new Retirement(now(), caller.person(), reason)));
    }

    /** In milliseconds, as the event counts, so that a time is the same wherever it is read. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        if (outcome instanceof Outcome.Retired retired) {
            return ResponseEntity.created(URI.create("/api/editions/" + retired.id()))
                    .body(Answer.of(retired.id(), retired.retirement()));
        }
        if (outcome instanceof Outcome.Known known) {
            return ResponseEntity.ok(Answer.of(known.id(), known.retirement()));
        }
        if (outcome instanceof Outcome.OtherReason other) {
            return Problem.of(
                            HttpStatus.CONFLICT,
                            "edition-retired",
                            "Edition " + other.id() + " is retired already, and its reason stays.")
                    .fact(
                            "retired",
                            new RetirementView(
                                    other.retirement().at(), other.retirement().reason()))
                    .response();
        }
        throw notFound();
    }

    private static EditionId id(String id) {
        try {
            return new EditionId(id);
        } catch (IllegalArgumentException malformed) {
            throw notFound();
        }
    }

    private static RuntimeException notFound() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "edition-not-found",
                        "No such edition is published; GET /api/editions lists those that are.")
                .refused();
    }

    @ExceptionHandler({KafkaException.class, EditionLogTaken.class})
    ResponseEntity<Problem> on(RuntimeException unavailable) {
        log.warn("An edition could not be retired: {}", unavailable.toString());
        return PublicationAnswers.unavailable().response();
    }
}
