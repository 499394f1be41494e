package org.citycertification.scoring.edition.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.citycertification.http.problem.Problem;
import org.citycertification.pages.form.FieldError;
import org.citycertification.scoring.edition.CheckEdition;
import org.citycertification.scoring.edition.ReadEditions;
import org.citycertification.scoring.edition.domain.EditionId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whoever writes an edition has it checked; nothing is kept. */
@Controller
@RequestMapping("/editions/check")
class CheckPageController {

    /** Anybody may ask, so scoring keeps the rest of the machine. */
    private static final int AT_THE_SAME_TIME = 2;

    private final CheckEdition checkEdition;
    private final ReadEditions editions;
    private final Semaphore turns = new Semaphore(AT_THE_SAME_TIME);

    CheckPageController(CheckEdition checkEdition, ReadEditions editions) {
        this.checkEdition = checkEdition;
        this.editions = editions;
    }

    @GetMapping
    ModelAndView form(Locale locale) {
        return page("", "", List.of(), locale);
    }

    /** As in the API, a check that finds faults has succeeded. */
    @PostMapping
    ModelAndView check(
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String against,
            Locale locale) {
        if (file.isBlank()) {
            var page = page("", against, List.of(new FieldError("file", "", "check.missing", List.of())), locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        if (!turns.tryAcquire()) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Other files are being checked; try again.")
                    .header("Retry-After", "2")
                    .refused();
        }
        try {
            return checked(file, against, locale);
        } finally {
            turns.release();
        }
    }

    private ModelAndView checked(String file, String against, Locale locale) {
        var check = checkEdition.check(file.getBytes(UTF_8), id(against));
        var language = PageLanguage.of(locale);
        var answer = new CheckPage(
                file,
                check,
                check.comparedWith().flatMap(id -> editions.find(id, language)).map(EditionPage::new),
                check.edition().map(edition -> new EditionPage(editions.readable(edition, language))));
        var errors = answer.sound()
                ? List.<FieldError>of()
                : List.of(new FieldError(
                        "file", "", "check.faulty", List.of(answer.faults().size())));
        return page(file, against, errors, locale).addObject("answer", answer);
    }

    private ModelAndView page(String file, String against, List<FieldError> errors, Locale locale) {
        var published = editions.all(PageLanguage.of(locale)).stream()
                .map(EditionPage::new)
                .toList();
        return new ModelAndView("scoring/check")
                .addObject("file", file)
                .addObject("against", against)
                .addObject("published", published)
                .addObject("errors", errors);
    }

    private static Optional<EditionId> id(String against) {
        try {
            return against.isEmpty() ? Optional.empty() : Optional.of(new EditionId(against));
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-edition-id", malformed.getMessage() + ".")
                    .refused();
        }
    }
}
