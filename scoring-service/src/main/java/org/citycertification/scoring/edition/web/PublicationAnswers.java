package org.citycertification.scoring.edition.web;

import java.net.URI;
import org.citycertification.http.problem.Problem;
import org.citycertification.scoring.edition.Publication;
import org.citycertification.scoring.edition.PublishedEdition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What each outcome of publishing is in HTTP: new is 201, the same again 200, other content 409, a wrong file 422. */
final class PublicationAnswers implements Publication.Cases<ResponseEntity<?>> {

    @Override
    public ResponseEntity<?> published(Publication.Published outcome) {
        var published = outcome.edition();
        return ResponseEntity.created(
                        URI.create("/api/editions/" + published.edition().id()))
                .eTag(published.hash().hex())
                .body(summary(published));
    }

    @Override
    public ResponseEntity<?> known(Publication.Known outcome) {
        return ResponseEntity.ok().eTag(outcome.edition().hash().hex()).body(summary(outcome.edition()));
    }

    private static EditionSummary summary(PublishedEdition published) {
        return EditionSummary.of(published);
    }

    @Override
    public ResponseEntity<?> conflict(Publication.Conflict outcome) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "edition-published",
                        "Edition " + outcome.id()
                                + " is published with other content, and what is published never changes. Give this"
                                + " content another id.")
                .fact("publishedHash", outcome.published().hex())
                .fact("givenHash", outcome.given().hex())
                .response();
    }

    @Override
    public ResponseEntity<?> misnamed(Publication.Misnamed outcome) {
        return invalid()
                .error(
                        "/id",
                        "other-edition",
                        "The file is that of edition " + outcome.inFile() + ", not of " + outcome.named() + ".")
                .response();
    }

    @Override
    public ResponseEntity<?> faulty(Publication.Faulty outcome) {
        var problem = invalid();
        for (var fault : outcome.problems()) {
            problem = problem.error(pointer(fault.path()), "edition-format", fault.toString());
        }
        return problem.fact("problems", outcome.problems()).response();
    }

    private static Problem invalid() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-edition",
                "The file breaks the rules named in errors; nothing was published.");
    }

    /** {@code areas[0].code} as {@code /areas/0/code}. */
    private static String pointer(String path) {
        return path.isEmpty()
                ? ""
                : "/" + path.replace("[", ".").replace("]", "").replace('.', '/');
    }

    static Problem unavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "publishing-unavailable",
                        "Editions cannot be published or retired just now; nothing is lost by sending the request"
                                + " again.")
                .header("Retry-After", "5");
    }
}
