package org.citycertification.intake.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.idempotency.Idempotency;
import org.citycertification.http.problem.Problem;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.edition.Editions;
import org.citycertification.intake.edition.EditionsUnavailable;
import org.citycertification.intake.edition.domain.Edition;
import org.citycertification.intake.edition.domain.EditionId;
import org.citycertification.intake.form.domain.Checked;
import org.citycertification.intake.submission.Reception;
import org.citycertification.intake.submission.domain.Assessment;
import org.citycertification.intake.submission.domain.AssessmentForm;
import org.citycertification.intake.submission.domain.CheckAssessment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/submissions}: a city sends its assessment. */
@RestController
@RequestMapping("/api/submissions")
class SubmissionController {
    private static final Logger log = LoggerFactory.getLogger(SubmissionController.class);
    private static final int LONGEST_ID = 40;

    private final ReceiveAndCount receiveSubmission;
    private final Editions editions;
    private final Idempotency idempotency;

    SubmissionController(ReceiveAndCount receiveSubmission, Editions editions, Idempotency idempotency) {
        this.receiveSubmission = receiveSubmission;
        this.editions = editions;
        this.idempotency = idempotency;
    }

    /** Checks what needs no transaction first; a repeated request was sound the first time and is sound again. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> receive(@RequestBody AssessmentForm form, Caller caller, HttpServletRequest request) {
        CityId city = ActingCity.of(caller);
        Edition edition = edition(form);
        Checked<Assessment> checked = CheckAssessment.check(form, edition);
        if (checked instanceof Checked.Flawed<Assessment> flawed) {
            return SubmissionProblems.flawed(flawed.flaws()).response();
        }
        Assessment assessment = ((Checked.Sound<Assessment>) checked).value();
        return idempotency.answer(
                caller,
                request,
                () -> answer(city, receiveSubmission.receive(city, caller.person(), assessment, edition)));
    }

    private Edition edition(AssessmentForm form) {
        String id = form.editionId();
        if (id == null || id.isBlank()) {
            throw SubmissionProblems.editionMissing().refused();
        }
        Optional<Edition> edition = id.length() > LONGEST_ID ? Optional.empty() : editions.find(new EditionId(id));
        return edition.orElseThrow(
                () -> SubmissionProblems.unknownEdition(id.length() > LONGEST_ID ? "of this name" : id)
                        .refused());
    }

    private ResponseEntity<?> answer(CityId city, Reception reception) {
        if (reception instanceof Reception.Received received) {
            return ResponseEntity.accepted()
                    .location(URI.create(Links.self(received.submission().id())))
                    .body(Receipt.of(received.submission()));
        }
        if (reception instanceof Reception.EditionRetired retired) {
            return SubmissionProblems.editionRetired(retired, editions.openOn(retired.today()))
                    .response();
        }
        if (reception instanceof Reception.EditionNotYetValid early) {
            return SubmissionProblems.editionNotYetValid(early, editions.openOn(early.today()))
                    .response();
        }
        if (reception instanceof Reception.NotEligible notEligible) {
            return SubmissionProblems.notEligible(notEligible.refusals()).response();
        }
        if (reception instanceof Reception.AlreadyOpen already) {
            return SubmissionProblems.alreadyOpen(already.open()).response();
        }
        return SubmissionProblems.unknownCity(city.value()).response();
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(EditionsUnavailable unavailable) {
        log.warn("An assessment could not be checked: {}", unavailable.getMessage());
        return SubmissionProblems.editionsUnavailable().response();
    }
}
