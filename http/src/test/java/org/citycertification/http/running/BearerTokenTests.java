package org.citycertification.http.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.http.testing.TestTokens.claims;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.citycertification.http.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Attacks on tokens, and the answers. */
class BearerTokenTests {

    private final RunningThings things = RunningThings.SHARED;
    private final TestTokens tokens = things.tokens;

    @Test
    void knowsTheCallerFromTheToken() {
        var reply = things.get("/api/things/me", tokens.ofCity("ana", "us-ex-town"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/issuer")).isEqualTo("http://localhost:9000");
        assertThat(reply.text("/subject")).isEqualTo("ana");
        assertThat(reply.text("/person")).isEqualTo("person-ana");
        assertThat(reply.text("/roles/0")).isEqualTo("city");
        assertThat(reply.text("/cityId")).isEqualTo("us-ex-town");
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        var reply = things.send(RunningThings.at(things.port, "/api/things/me").GET());
        assertThat(reply.problem()).isEqualTo("401 unauthenticated");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void refusesAnUnsignedToken() {
        refused(new PlainJWT(claims("mallory", "reviewer").build()).serialize());
    }

    @Test
    void refusesAnHmacMadeWithThePublicKey() throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(),
                claims("mallory", "reviewer").build());
        token.sign(new MACSigner(tokens.key().toRSAPublicKey().getEncoded()));
        refused(token.serialize());
    }

    @Test
    void refusesAnAlgorithmThatIsNotOnTheList() throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("test").build(),
                claims("mallory", "reviewer").build());
        token.sign(new RSASSASigner(tokens.key()));
        refused(token.serialize());
    }

    @Test
    void refusesAKeyThatTheTokenBringsAlong() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID("test").generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("test")
                .jwk(own.toPublicJWK())
                .jwkURL(java.net.URI.create("http://localhost:1/keys"))
                .build();
        var token = new SignedJWT(header, claims("mallory", "reviewer").build());
        token.sign(new RSASSASigner(own));
        refused(token.serialize());
    }

    @Test
    void refusesAnUnknownKeyEachTimeItComes() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID("../../etc/passwd").generate();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(own.getKeyID()).build(),
                claims("mallory", "reviewer").build());
        token.sign(new RSASSASigner(own));
        refused(token.serialize());
        refused(token.serialize());
    }

    @Test
    void refusesAChangedPayload() {
        String[] good = tokens.of("ana", "city").split("\\.", -1);
        String[] other = tokens.of("ana", "reviewer").split("\\.", -1);
        refused(good[0] + "." + other[1] + "." + good[2]);
    }

    @Test
    void refusesAnotherIssuerOrAudience() {
        refused(signed(claims("ana", "city").issuer("http://localhost:9000/")));
        refused(signed(claims("ana", "city").audience("pages")));
        refused(signed(claims("ana", "city").audience(List.of())));
    }

    @Test
    void acceptsSeveralAudiencesWithOursAmongThem() {
        String token = signed(claims("ana", "city").audience(List.of("other", "city-certification")));
        assertThat(things.get("/api/things/me", token).status()).isEqualTo(200);
    }

    @Test
    void refusesATokenPastItsEndOrWithoutOne() {
        refused(signed(claims("ana", "city").expirationTime(secondsFromNow(-45))));
        refused(signed(claims("ana", "city").expirationTime(null)));
        refused(signed(claims("ana", "city").notBeforeTime(secondsFromNow(60))));
    }

    @Test
    void allowsForHalfAMinuteOfClockDifference() {
        String token = signed(claims("ana", "city").expirationTime(secondsFromNow(-15)));
        assertThat(things.get("/api/things/me", token).status()).isEqualTo(200);
    }

    @Test
    void refusesATokenWithoutPersonOrSubject() {
        refused(signed(claims("ana", "city").claim("person", null)));
        refused(signed(claims("ana", "city").claim("person", " ")));
        refused(signed(claims("ana", "city").subject(null)));
    }

    @Test
    void refusesWhatIsNoToken() {
        refused("abc");
        refused("a.b.c");
    }

    @Test
    void deniesARoleThatTheEndpointDoesNotName() {
        var reply = things.get("/api/staff/me", tokens.of("ana", "city"));
        assertThat(reply.problem()).isEqualTo("403 forbidden");
        assertThat(reply.header("WWW-Authenticate")).contains("insufficient_scope");
        assertThat(things.get("/api/staff/me", tokens.of("rosa", "reviewer")).body())
                .isEqualTo("person-rosa");
    }

    @Test
    void deniesWithoutRolesAndIgnoresRolesThatAreNoList() {
        assertThat(things.get("/api/things/me", tokens.of("ana")).problem()).isEqualTo("403 forbidden");
        String text = signed(claims("ana").claim("roles", "city"));
        assertThat(things.get("/api/things/me", text).problem()).isEqualTo("403 forbidden");
        String scope = signed(claims("ana").claim("scope", "city reviewer"));
        assertThat(things.get("/api/things/me", scope).problem()).isEqualTo("403 forbidden");
    }

    @Test
    void deniesWhatNoRuleMentions() {
        assertThat(things.get("/api/elsewhere", tokens.of("rosa", "reviewer")).problem())
                .isEqualTo("403 forbidden");
        assertThat(things.get("/error", tokens.of("rosa", "reviewer")).problem())
                .isEqualTo("403 forbidden");
        assertThat(things.send(RunningThings.at(things.port, "/api/elsewhere").GET())
                        .problem())
                .isEqualTo("401 unauthenticated");
    }

    @Test
    void servesOpenEndpointsToAnybody() {
        assertThat(things.send(RunningThings.at(things.port, "/open/me").GET()).body())
                .isEqualTo("nobody");
        assertThat(things.get("/open/me", tokens.of("rosa", "reviewer")).body()).isEqualTo("person-rosa");
    }

    @Test
    void asksForATokenWhereAnOpenEndpointNeedsACaller() {
        assertThat(things.send(RunningThings.at(things.port, "/open/needs-caller")
                                .GET())
                        .problem())
                .isEqualTo("401 unauthenticated");
    }

    @Test
    void takesNoTokenFromTheQuery() {
        var request = RunningThings.at(things.port, "/api/things/me?access_token=" + tokens.of("ana", "city"));
        assertThat(things.send(request.GET()).problem()).isEqualTo("401 unauthenticated");
    }

    @Test
    void keepsAnswersOutOfCachesAndSniffers() {
        var reply = things.get("/api/things/me", tokens.of("ana", "city"));
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    private void refused(String token) {
        var reply = things.get("/api/things/me", token);
        assertThat(reply.problem()).isEqualTo("401 invalid-token");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return tokens.sign(claims.build());
    }

    private static Date secondsFromNow(int seconds) {
        return Date.from(Instant.now().plus(Duration.ofSeconds(seconds)));
    }
}
