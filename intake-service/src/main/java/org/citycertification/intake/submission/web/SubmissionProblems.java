package org.citycertification.intake.submission.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.citycertification.http.problem.Problem;
import org.citycertification.intake.edition.domain.EditionId;
import org.citycertification.intake.form.domain.Flaw;
import org.citycertification.intake.submission.Reception;
import org.citycertification.intake.submission.domain.RuleRefusal;
import org.citycertification.intake.submission.domain.SubmissionId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Refusals about submissions. */
final class SubmissionProblems {
    private SubmissionProblems() {}

    static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such submission.");
    }

    static Problem noCity() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "no-city",
                "The token does not say for which city it acts. Ask your coordinator to complete your account.");
    }

    static Problem unknownCity(String city) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unknown-city",
                        "The programme has no record of the city that your token names. Ask a coordinator to record"
                                + " it.")
                .fact("cityId", city);
    }

    static Problem unknownEdition(String edition) {
        return invalid().error("/editionId", "unknown-edition", "No edition " + edition + " is published.");
    }

    static Problem editionRetired(Reception.EditionRetired retired, List<EditionId> open) {
        var since = LocalDate.ofInstant(retired.retirement().at(), ZoneOffset.UTC);
        String detail = "Edition %s is retired since %s: %s %s"
                .formatted(
                        retired.edition(), since, sentence(retired.retirement().reason()), whatToDo(open));
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "edition-retired", detail)
                .error("/editionId", "edition-retired", "This edition takes no new submissions.")
                .fact("retiredOn", since.toString())
                .fact("reason", retired.retirement().reason())
                .fact("openEditions", open.stream().map(EditionId::value).toList());
    }

    static Problem editionNotYetValid(Reception.EditionNotYetValid early, List<EditionId> open) {
        String detail = "Edition %s is valid from %s; today (UTC) is %s. Wait for that day, or: %s"
                .formatted(early.edition(), early.validFrom(), early.today(), whatToDo(open));
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "edition-not-yet-valid", detail)
                .error(
                        "/editionId",
                        "edition-not-yet-valid",
                        "This edition takes submissions from " + early.validFrom() + ".")
                .fact("validFrom", early.validFrom().toString())
                .fact("openEditions", open.stream().map(EditionId::value).toList());
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") || reason.endsWith("!") || reason.endsWith("?") ? reason : reason + ".";
    }

    private static String whatToDo(List<EditionId> open) {
        return open.isEmpty()
                ? "No edition is open just now; ask a coordinator."
                : "Send the assessment for an edition that is open: "
                        + open.stream().map(EditionId::value).collect(Collectors.joining(", ")) + ".";
    }

    static Problem editionMissing() {
        return invalid().error("/editionId", "required", "The edition of the standard that the answers are for.");
    }

    static Problem editionsUnavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "editions-unavailable",
                        "Whether this edition exists cannot be checked just now; try again shortly.")
                .header(HttpHeaders.RETRY_AFTER, "5");
    }

    static Problem flawed(List<Flaw> flaws) {
        Problem problem = invalid();
        for (Flaw flaw : flaws) {
            problem = problem.error(flaw.pointer(), flaw.code(), flaw.message());
        }
        return problem;
    }

    private static Problem invalid() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-assessment",
                "The assessment breaks the rules named in errors; nothing was kept.");
    }

    static Problem notEligible(List<RuleRefusal> refusals) {
        Problem problem = Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "not-eligible",
                "By its record the city cannot take part under this edition. If the record is wrong, tell a"
                        + " coordinator.");
        for (RuleRefusal refusal : refusals) {
            problem = problem.error("", refusal.rule(), refusal.message());
        }
        return problem.fact(
                "rules",
                refusals.stream()
                        .map(refusal -> new BrokenRule(refusal.rule(), refusal.required(), refusal.recorded()))
                        .toList());
    }

    /** A rule with what it asks for and what the city's record says. */
    record BrokenRule(String rule, String required, String recorded) {}

    static Problem alreadyOpen(SubmissionId open) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "submission-open",
                        "Your city has a submission that is not decided yet. You can send the next one after the"
                                + " decision.")
                .fact("openSubmission", Links.self(open))
                .header(HttpHeaders.LOCATION, Links.self(open));
    }
}
