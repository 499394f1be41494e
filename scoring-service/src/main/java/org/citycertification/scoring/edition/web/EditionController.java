package org.citycertification.scoring.edition.web;

import org.citycertification.http.paging.Items;
import org.citycertification.http.problem.Problem;
import org.citycertification.scoring.edition.AskedLanguage;
import org.citycertification.scoring.edition.ReadEditions;
import org.citycertification.scoring.edition.ReadEditions.ReadableEdition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Language;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Anyone may read the standard, in English, Spanish or Portuguese. */
@RestController
class EditionController {

    private final ReadEditions editions;

    EditionController(ReadEditions editions) {
        this.editions = editions;
    }

    @GetMapping("/api/editions")
    ResponseEntity<Items<EditionSummary>> list(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String asked) {
        refuseWhileUnknown();
        var language = AskedLanguage.of(asked);
        var all = editions.all(language).stream().map(EditionSummary::of).toList();
        return in(language).body(new Items<>(all, null));
    }

    @GetMapping("/api/editions/{id}")
    ResponseEntity<EditionView> show(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String asked) {
        var language = AskedLanguage.of(asked);
        var readable = find(id, language);
        var hash = readable.edition().hash().hex() + (readable.edition().retirement() == null ? "" : "-retired");
        return in(language)
                .eTag(language == Language.EN ? hash : hash + "-" + language.code())
                .body(EditionView.of(readable));
    }

    /** The JSON Schema of the files that coordinators publish. */
    @GetMapping("/api/edition-format")
    ResponseEntity<Resource> format() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/schema+json"))
                .body(new ClassPathResource("/edition-format.schema.json"));
    }

    private static ResponseEntity.BodyBuilder in(Language language) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private ReadableEdition find(String id, Language language) {
        try {
            var found = editions.find(new EditionId(id), language);
            if (found.isPresent()) {
                return found.get();
            }
        } catch (IllegalArgumentException malformed) {
            throw notFound(malformed.getMessage() + ".");
        }
        refuseWhileUnknown();
        throw notFound("No edition " + id + " is published; GET /api/editions lists those that are.");
    }

    private static RuntimeException notFound(String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, "edition-not-found", detail).refused();
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
