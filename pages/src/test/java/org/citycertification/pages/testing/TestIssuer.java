package org.citycertification.pages.testing;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.citycertification.http.testing.TestTokens;
import org.citycertification.platform.Ports;

/** An OpenID provider that signs in whomever the test says, without asking; it insists on secret and proof key. */
public final class TestIssuer implements AutoCloseable {

    private final TestTokens tokens;
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile JWTClaimsSet.Builder next = TestTokens.claims("nobody");
    private volatile UnaryOperator<JWTClaimsSet.Builder> last = claims -> claims;

    private TestIssuer(TestTokens tokens) {
        this.tokens = tokens;
        try {
            this.server = HttpServer.create(new InetSocketAddress("localhost", Ports.reserve()), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/oauth2/authorize", this::authorize);
        server.createContext("/oauth2/token", this::token);
        server.createContext("/connect/logout", TestIssuer::logout);
        server.start();
    }

    public static TestIssuer start(TestTokens tokens) {
        return new TestIssuer(tokens);
    }

    /** Whoever signs in from now on. */
    public void signsIn(String name, String... roles) {
        next = TestTokens.claims(name, roles);
        last = claims -> claims;
    }

    /** The last change to each token before it is signed, to see it refused. */
    public void falsifies(UnaryOperator<JWTClaimsSet.Builder> change) {
        last = change;
    }

    /** Closes the connection of the next request for a token instead of reading it. */
    public void closesAConnection() {
        closing.set(true);
    }

    /** Settings for a service whose people sign in here. */
    public List<String> settings() {
        return List.of(
                "pages.sign-in.authorization-uri=" + address() + "/oauth2/authorize",
                "pages.sign-in.token-uri=" + address() + "/oauth2/token",
                "pages.sign-in.end-session-uri=" + address() + "/connect/logout");
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        if (!"S256".equals(asked.get("code_challenge_method"))) {
            answer(exchange, 400, "a proof key is required");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        redirect(exchange, asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    }

    private void token(HttpExchange exchange) throws IOException {
        if (closing.getAndSet(false)) {
            exchange.close();
            return;
        }
        var sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
        String basic = Base64.getEncoder().encodeToString("pages:demo-secret".getBytes(StandardCharsets.UTF_8));
        if (asked == null
                || !("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder(next.build()).audience("pages").claim("azp", "pages");
        String token = tokens.sign(
                last.apply(claims.claim("nonce", asked.get("nonce"))).build());
        answer(exchange, 200, """
                {"access_token":"not-used","token_type":"Bearer","expires_in":300,"scope":"openid","id_token":"%s"}""".formatted(token));
    }

    private static void logout(HttpExchange exchange) throws IOException {
        redirect(exchange, fields(exchange.getRequestURI().getRawQuery()).get("post_logout_redirect_uri"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts.length == 2 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
