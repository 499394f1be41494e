package org.citycertification.scoring.scorecard.web;

import org.citycertification.http.problem.Problem;
import org.citycertification.scoring.edition.AskedLanguage;
import org.citycertification.scoring.edition.ReadEditions;
import org.citycertification.scoring.edition.ReadEditions.ReadableEdition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.scorecard.AssessmentForm;
import org.citycertification.scoring.scorecard.CheckYourself;
import org.citycertification.scoring.scorecard.SelfCheck;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/self-check}: how would this assessment score? It needs no key, because nothing is made by it. */
@RestController
class SelfCheckController {

    private final CheckYourself checkYourself;
    private final ReadEditions editions;

    SelfCheckController(CheckYourself checkYourself, ReadEditions editions) {
        this.checkYourself = checkYourself;
        this.editions = editions;
    }

    @PostMapping(path = "/api/self-check", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> check(
            @RequestBody AssessmentForm form,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String asked) {
        var language = AskedLanguage.of(asked);
        var edition = edition(form, language);
        var checked = checkYourself.read(form, edition.edition());
        if (checked instanceof SelfCheck.Sound sound) {
            var explanation = checkYourself.explain(sound, edition.edition(), edition.wording());
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                    .body(ExplanationView.of(explanation));
        }
        return refusal((SelfCheck.Flawed) checked).response();
    }

    private static Problem refusal(SelfCheck.Flawed flawed) {
        var problem = invalid();
        for (var flaw : flawed.flaws()) {
            problem = problem.error(flaw.pointer(), flaw.code(), flaw.message());
        }
        return problem;
    }

    private ReadableEdition edition(AssessmentForm form, Language language) {
        var id = form.editionId();
        if (id == null || id.isBlank()) {
            throw invalid()
                    .error("/editionId", "required", "The edition of the standard that the answers are for.")
                    .refused();
        }
        try {
            var found = editions.find(new EditionId(id), language);
            if (found.isPresent()) {
                return found.get();
            }
        } catch (IllegalArgumentException malformed) {
            throw unknown("No edition of this name is published.").refused();
        }
        if (!editions.areKnown()) {
            throw Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "editions-unavailable",
                            "Whether this edition exists cannot be checked just now; try again shortly.")
                    .header(HttpHeaders.RETRY_AFTER, "5")
                    .refused();
        }
        throw unknown("No edition " + id + " is published.").refused();
    }

    private static Problem unknown(String message) {
        return invalid().error("/editionId", "unknown-edition", message);
    }

    private static Problem invalid() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-assessment",
                "The assessment breaks the rules named in errors; nothing was scored.");
    }
}
