package org.citycertification.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens as scripts and pages get them. */
class DemoIdentityTests {

    private static final String REDIRECT = "http://localhost:8300/login/oauth2/code/identity";

    @TempDir
    static Path directory;

    private static Path keyFile;
    private static RunningIdentity identity;

    @BeforeAll
    static void start() {
        keyFile = directory.resolve("kept/signing-key.json");
        identity = new RunningIdentity(keyFile);
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    cambridge,   city,        us-ma-cambridge
                    cambridge-2, city,        us-ma-cambridge
                    montevideo,  city,        uy-mo-montevideo
                    city-01,     city,        us-ma-city-01
                    city-20,     city,        us-ma-city-20
                    reviewer-1,  reviewer,
                    reviewer-2,  reviewer,
                    reviewer-3,  reviewer,
                    coordinator, coordinator,
                    auditor,     auditor,
                    operator,    operator,
                    subscriber,  subscriber,
                    """)
    void givesEachMachineClientTheClaimsOfItsUser(String user, String role, String city) throws Exception {
        JWTClaimsSet claims = identity.verified(accessToken(
                identity.machineToken(user + "-client", "demo-secret").body()));
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:9000");
        assertThat(claims.getAudience()).containsExactly("city-certification");
        assertThat(claims.getSubject()).isEqualTo(user + "-client");
        assertThat(claims.getStringClaim("person")).isEqualTo("person-" + user);
        assertThat(claims.getStringListClaim("roles")).containsExactly(role);
        assertThat(claims.getStringClaim("city_id")).isEqualTo(city);
        long seconds =
                (claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()) / 1000;
        assertThat(seconds).isEqualTo(600);
    }

    @Test
    void refusesAWrongSecretAndAnUnknownClient() {
        assertThat(identity.machineToken("reviewer-1-client", "demo").statusCode())
                .isEqualTo(401);
        assertThat(identity.machineToken("reviewer-9-client", "demo-secret").statusCode())
                .isEqualTo(401);
        assertThat(identity.machineToken("city-21-client", "demo-secret").statusCode())
                .isEqualTo(401);
        assertThat(identity.machineToken("reviewer-1", "demo").statusCode()).isEqualTo(401);
        assertThat(identity.machineToken("pages", "demo-secret").statusCode()).isEqualTo(400);
    }

    @Test
    void publishesTheKeyWithoutItsPrivateHalf() throws Exception {
        JWKSet published =
                JWKSet.parse(identity.get(identity.address + "/oauth2/jwks").body());
        assertThat(published.getKeys())
                .hasSize(1)
                .allSatisfy(key -> assertThat(key.isPrivate()).isFalse());
        assertThat(Files.readString(keyFile))
                .contains(published.getKeys().get(0).getKeyID());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsItsKeyOverARestart() throws Exception {
        String token = accessToken(
                identity.machineToken("auditor-client", "demo-secret").body());
        try (var restarted = new RunningIdentity(keyFile)) {
            assertThat(restarted.verified(token).getStringClaim("person")).isEqualTo("person-auditor");
        }
    }

    @Test
    void signsAPersonInByCodeAndProofKey() throws Exception {
        String verifier = "a-verifier-of-more-than-forty-three-characters-for-the-test";
        String code = codeFor("reviewer-2", verifier);
        var refused = exchange(code, "another-verifier-of-more-than-forty-three-characters-ok");
        assertThat(refused.get("access_token")).isNull();
        assertThat(refused.get("error")).isEqualTo("invalid_grant");

        Map<String, Object> tokens = exchange(codeFor("reviewer-2", verifier), verifier);
        JWTClaimsSet access = identity.verified((String) tokens.get("access_token"));
        assertThat(access.getAudience()).containsExactly("city-certification");
        assertThat(access.getSubject()).isEqualTo("reviewer-2");
        assertThat(access.getStringClaim("person")).isEqualTo("person-reviewer-2");
        JWTClaimsSet id = identity.verified((String) tokens.get("id_token"));
        assertThat(id.getAudience()).containsExactly("pages");
        assertThat(id.getStringListClaim("roles")).containsExactly("reviewer");
    }

    @Test
    void refusesAnotherRedirectAddressAndAMissingProofKey() throws Exception {
        signIn("auditor");
        var other = authorization("http://localhost:8300/elsewhere", challenge("x".repeat(43)));
        assertThat(identity.get(other).statusCode()).isEqualTo(400);
        var without = identity.get(authorization(REDIRECT, null));
        assertThat(without.headers().firstValue("Location").orElse("")).contains("error=invalid_request");
    }

    @Test
    void isHealthyOnTheManagementPort() {
        assertThat(identity.get(identity.actuator + "/actuator/health").statusCode())
                .isEqualTo(200);
        assertThat(identity.get(identity.actuator + "/actuator/env").statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void doesNotStartWithProductionSettings() {
        assertThatThrownBy(() -> new RunningIdentity(keyFile, "--identity.issuer=https://login.example.org"))
                .rootCause()
                .hasMessageContaining("for this machine only");
        assertThatThrownBy(() -> new RunningIdentity(keyFile, "--spring.profiles.active=production"))
                .rootCause()
                .hasMessageContaining("does not start with the profile production");
    }

    private static String codeFor(String user, String verifier) throws Exception {
        signIn(user);
        String location = identity.get(authorization(REDIRECT, challenge(verifier)))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(location).startsWith(REDIRECT + "?code=").endsWith("&state=s");
        return URI.create(location).getQuery().replaceAll("code=([^&]+).*", "$1");
    }

    private static void signIn(String user) {
        String page = identity.get(identity.address + "/login").body();
        var csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(csrf.find()).as(page).isTrue();
        var wrong = identity.form(
                identity.address + "/login", Map.of("username", user, "password", "wrong", "_csrf", csrf.group(1)));
        assertThat(wrong.headers().firstValue("Location").orElse("")).endsWith("/login?error");
        var right = identity.form(
                identity.address + "/login", Map.of("username", user, "password", "demo", "_csrf", csrf.group(1)));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(right.headers().firstValue("Location").orElse("")).doesNotContain("error");
    }

    private static String authorization(String redirect, String challenge) {
        var fields = new LinkedHashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                "pages",
                "scope",
                "openid",
                "state",
                "s",
                "redirect_uri",
                redirect));
        if (challenge != null) {
            fields.put("code_challenge", challenge);
            fields.put("code_challenge_method", "S256");
        }
        return identity.address + "/oauth2/authorize?" + RunningIdentity.encoded(fields);
    }

    private static Map<String, Object> exchange(String code, String verifier) throws Exception {
        var answer = identity.form(
                identity.address + "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", REDIRECT,
                        "code_verifier", verifier),
                "pages",
                "demo-secret");
        return JSONObjectUtils.parse(answer.body());
    }

    private static String challenge(String verifier) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static String accessToken(String body) throws Exception {
        Map<String, Object> answer = JSONObjectUtils.parse(body);
        assertThat(answer.get("token_type")).isEqualTo("Bearer");
        assertThat(answer).doesNotContainKey("refresh_token");
        return List.of(answer.get("access_token")).get(0).toString();
    }
}
