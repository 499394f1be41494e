package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citycertification.pages.testing.Visitor;
import org.citycertification.review.ReviewApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each role at each page; a page that is not listed fails the test. */
class PageRoleTests {

    private final RunningReview review = RunningReview.shared();

    @ParameterizedTest(name = "{0}: queue {1}, case {2}, approve {3}, return {4}, send findings {5}")
    @CsvSource(textBlock = """
                    nobody,      302, 302, 302, 302, 403
                    city,        403, 403, 403, 403, 403
                    reviewer,    200, 200, 200, 200, 303
                    coordinator, 200, 200, 403, 403, 403
                    auditor,     200, 200, 403, 403, 403
                    operator,    403, 403, 403, 403, 403
                    subscriber,  403, 403, 403, 403, 403""")
    void showsEachRoleExactlyItsPages(String role, int queue, int read, int approve, int giveBack, int findings) {
        String path = "/cases/" + review.openCase(30);
        boolean nobody = role.equals("nobody");
        Visitor visitor = nobody ? new Visitor(review.address()) : review.visitor("somebody", role);
        String csrf = nobody ? "" : visitor.get("/sign-in").hidden("_csrf");

        assertThat(List.of(
                        visitor.get("/cases").status(),
                        visitor.get(path).status(),
                        visitor.get(path + "/approve").status(),
                        visitor.get(path + "/return").status(),
                        visitor.post(path + "/findings", Map.of("_csrf", csrf, "tag", "1-1"))
                                .status()))
                .containsExactly(queue, read, approve, giveBack, findings);
    }

    @Test
    void listsEveryPage() {
        var found = review.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue()
                        .getBeanType()
                        .getPackageName()
                        .startsWith(ReviewApplication.class.getPackageName()))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                entry.getKey().getPatternValues().stream().map(pattern -> method + " " + pattern)))
                .filter(endpoint -> !endpoint.contains(" /api/"))
                .sorted()
                .toList();

        assertThat(found)
                .containsExactly(
                        "GET /",
                        "GET /cases",
                        "GET /cases/{id}",
                        "GET /cases/{id}/approve",
                        "GET /cases/{id}/return",
                        "POST /cases/{id}/approve",
                        "POST /cases/{id}/findings",
                        "POST /cases/{id}/return");
    }

    @Test
    void leadsWhoeverHasNotSignedInThroughTheIssuerToThePageAskedFor() {
        UUID id = review.openCase(30);
        RunningReview.ISSUER.signsIn("ana", "reviewer");
        var visitor = new Visitor(review.address());
        var refused = visitor.get("/cases/" + id);
        var page = visitor.follow(visitor.get("/oauth2/authorization/identity"));

        assertThat(refused.location()).endsWith("/sign-in");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("/cases/" + id + "/approve");
    }

    @Test
    void keepsSessionsFromTheApiAndTokensFromThePages() {
        UUID id = review.openCase(30);
        Visitor visitor = review.visitor("ana", "reviewer");
        String token = Staff.reviewer("ana");

        assertThat(visitor.get("/cases").status()).isEqualTo(200);
        assertThat(visitor.get("/api/cases").status()).isEqualTo(401);
        assertThat(visitor.get("/%61pi/cases").status()).isEqualTo(401);
        assertThat(review.get(token, "/cases/" + id).status()).isEqualTo(302);
        assertThat(review.get(token, "/api/cases/" + id).status()).isEqualTo(200);
    }

    @Test
    void answersUnknownPagesAndUnknownCasesAlike() {
        Visitor visitor = review.visitor("ana", "reviewer");

        for (String path : List.of("/nothing", "/cases/" + UUID.randomUUID(), "/cases/no-id")) {
            var page = visitor.get(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.text()).contains("There is nothing here");
        }
        assertThat(new Visitor(review.address()).get("/nothing").status()).isEqualTo(404);
    }

    @Test
    void refusesAFormWithoutItsToken() {
        String path = "/cases/" + review.openCase(30);
        Visitor visitor = review.visitor("ana", "reviewer");

        var page = visitor.post(path + "/return", Map.of("tag", "1-1", "reason", RunningReview.REASON));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("This form is out of date");
        assertThat(visitor.get(path).text()).doesNotContain("You returned the case");
    }
}
