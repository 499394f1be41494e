package org.citycertification.scoring.edition.web;

import org.citycertification.http.paging.Items;
import org.citycertification.http.problem.Problem;
import org.citycertification.scoring.edition.Editions;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Anyone may read the standard. */
@RestController
@RequestMapping("/api/editions")
class EditionController {

    private final Editions editions;

    EditionController(Editions editions) {
        this.editions = editions;
    }

    @GetMapping
    Items<EditionSummary> list() {
        refuseWhileUnknown();
        return new Items<>(editions.all().stream().map(EditionSummary::of).toList(), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<EditionView> show(@PathVariable String id) {
        var edition = find(id);
        return ResponseEntity.ok().eTag(edition.hash().hex()).body(EditionView.of(edition));
    }

    private PublishedEdition find(String id) {
        try {
            var found = editions.find(new EditionId(id));
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
