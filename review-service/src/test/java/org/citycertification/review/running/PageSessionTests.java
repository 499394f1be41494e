package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citycertification.pages.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in and out, and what keeps a session safe. */
@Tag("adapters")
class PageSessionTests {

    private static final String COOKIE = "review-service-session";

    private final RunningReview review = RunningReview.shared();

    @Test
    void changesTheSessionsNameWhenSomebodySignsIn() {
        RunningReview.ISSUER.signsIn("ana", "reviewer");
        var visitor = new Visitor(review.address());
        visitor.get("/cases");
        String before = visitor.cookie(COOKIE);
        visitor.signedIn();

        assertThat(before).isNotEmpty();
        assertThat(visitor.cookie(COOKIE)).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        var visitor = new Visitor(review.address());

        assertThat(visitor.get("/cases").header("Set-Cookie"))
                .contains(COOKIE + "=")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(review.property("server.servlet.session.cookie.secure", "pagesDefaults"))
                .isEqualTo("true");
    }

    @Test
    void sendsPagesThatNobodyKeepsAndThatLoadNothingFromElsewhere() {
        var page = review.visitor("ana", "reviewer").get("/cases");

        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
                        + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                        + RunningReview.ISSUER.address());
        assertThat(page.text()).doesNotContain("<script").doesNotContain(" style=");
    }

    @Test
    void endsTheSessionHereAndAtTheIssuer() {
        Visitor visitor = review.visitor("ana", "reviewer");
        String csrf = visitor.get("/cases").hidden("_csrf");
        var out = visitor.post("/sign-out", Map.of("_csrf", csrf));

        assertThat(out.location()).startsWith(RunningReview.ISSUER.address() + "/connect/logout?id_token_hint=");
        assertThat(visitor.follow(out).text()).contains("You have signed out");
        assertThat(visitor.get("/cases").status()).isEqualTo(302);
    }

    @Test
    void goesOnAtAnotherInstance() {
        UUID id = review.openCase(30);
        Visitor visitor = review.visitor("ana", "reviewer");
        RunningReview other = RunningReview.another();
        try {
            assertThat(visitor.get(other.address() + "/cases/" + id).status()).isEqualTo(200);
        } finally {
            other.close();
        }
    }

    /** As one does that has waited long enough for the next person. */
    @Test
    void signsInThoughTheIssuerClosesAConnection() {
        RunningReview.ISSUER.closesAConnection();

        assertThat(review.visitor("ana", "reviewer").get("/cases").status()).isEqualTo(200);
    }

    /** One address in front of both, as a load balancer gives them: the issuer sends the browser back to either. */
    @Test
    void signsInAtAnotherInstanceThanWhereItBegan() {
        RunningReview.ISSUER.signsIn("ana", "reviewer");
        RunningReview other = RunningReview.another();
        try {
            var visitor = new Visitor(review.address());
            var atTheIssuer =
                    visitor.get(visitor.get("/oauth2/authorization/identity").location());
            var signedIn =
                    visitor.follow(visitor.get(atTheIssuer.location().replace(review.address(), other.address())));

            assertThat(signedIn.status()).isEqualTo(200);
            assertThat(signedIn.text()).contains("action=\"/sign-out\"");
            assertThat(visitor.get("/cases").status()).isEqualTo(200);
        } finally {
            other.close();
        }
    }

    @Test
    void beginsAnewWhereASessionCannotBeRead() {
        Visitor visitor = review.visitor("ana", "reviewer");
        review.update("update page_session_attributes set attribute_bytes = 'of another build'");

        assertThat(visitor.get("/cases").status()).isEqualTo(302);
        assertThat(visitor.signedIn().get("/cases").status()).isEqualTo(200);
    }

    @Test
    void refusesTokensOfOthers() {
        RunningReview.ISSUER.signsIn("ana", "reviewer");
        for (var change : List.<java.util.function.UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder>>of(
                claims -> claims.issuer("http://localhost:9999"),
                claims -> claims.audience("other"),
                claims -> claims.claim("nonce", "other"),
                claims -> claims.claim("person", null),
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300))))) {
            RunningReview.ISSUER.falsifies(change);
            var visitor = new Visitor(review.address());
            var page = visitor.follow(visitor.get("/oauth2/authorization/identity"));

            assertThat(page.text()).contains("Signing in did not work");
            assertThat(visitor.get("/cases").status()).isEqualTo(302);
        }
    }
}
