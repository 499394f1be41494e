package org.citycertification.scoring.edition.pages;

import java.util.Locale;
import java.util.Optional;
import org.citycertification.http.problem.Problem;
import org.citycertification.pages.form.Forms;
import org.citycertification.scoring.edition.ReadEditions;
import org.citycertification.scoring.edition.ReadEditions.ReadableEdition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Anyone may read the standard. */
@Controller
class EditionPageController {

    private final ReadEditions editions;

    EditionPageController(ReadEditions editions) {
        this.editions = editions;
    }

    @GetMapping("/")
    ModelAndView start() {
        return Forms.seeOther("/editions");
    }

    @GetMapping("/editions")
    ModelAndView list(Locale locale) {
        refuseWhileUnknown();
        var pages = editions.all(PageLanguage.of(locale)).stream()
                .map(EditionPage::new)
                .toList();
        return new ModelAndView("scoring/editions").addObject("pages", pages);
    }

    @GetMapping("/editions/{id}")
    ModelAndView show(@PathVariable String id, Locale locale) {
        ReadableEdition found = find(id, PageLanguage.of(locale)).orElseThrow(() -> {
            refuseWhileUnknown();
            return Problem.of(HttpStatus.NOT_FOUND, "edition-not-found", "There is no such edition.")
                    .refused();
        });
        return new ModelAndView("scoring/edition").addObject("page", new EditionPage(found));
    }

    private Optional<ReadableEdition> find(String id, Language language) {
        try {
            return editions.find(new EditionId(id), language);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private void refuseWhileUnknown() {
        if (!editions.areKnown()) {
            throw Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "editions-not-yet-known",
                            "The published editions are still being read; ask again in a moment.")
                    .header("Retry-After", "2")
                    .refused();
        }
    }
}
