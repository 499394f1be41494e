package org.citycertification.scoring.edition.pages;

import java.util.Locale;
import java.util.Optional;
import org.citycertification.http.problem.Problem;
import org.citycertification.pages.form.Forms;
import org.citycertification.pages.frame.Language;
import org.citycertification.scoring.edition.EditionTexts;
import org.citycertification.scoring.edition.Editions;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Anyone may read the standard. */
@Controller
class EditionPageController {

    private final Editions editions;
    private final EditionTexts texts;

    EditionPageController(Editions editions, ObjectProvider<EditionTexts> texts) {
        this.editions = editions;
        this.texts = texts.getIfAvailable(() -> (edition, code, language) -> Optional.empty());
    }

    @GetMapping("/")
    ModelAndView start() {
        return Forms.seeOther("/editions");
    }

    @GetMapping("/editions")
    ModelAndView list() {
        refuseWhileUnknown();
        return new ModelAndView("scoring/editions").addObject("editions", editions.all());
    }

    @GetMapping("/editions/{id}")
    ModelAndView show(@PathVariable String id, Locale locale) {
        PublishedEdition found = find(id).orElseThrow(() -> {
            refuseWhileUnknown();
            return Problem.of(HttpStatus.NOT_FOUND, "edition-not-found", "There is no such edition.")
                    .refused();
        });
        Language language = Language.of(locale.getLanguage()).orElse(Language.ENGLISH);
        return new ModelAndView("scoring/edition").addObject("page", new EditionPage(found, texts, language));
    }

    private Optional<PublishedEdition> find(String id) {
        try {
            return editions.find(new EditionId(id));
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
