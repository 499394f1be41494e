package org.citycertification.identity;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycertification.platform.Ports;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The provider as a process would run it, and a browser that keeps cookies but follows no redirects. */
final class RunningIdentity implements AutoCloseable {

    final String address;
    final String actuator;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RunningIdentity(Path keyFile, String... more) {
        List<Integer> ports = Ports.reserve(2);
        address = "http://localhost:" + ports.get(0);
        actuator = "http://localhost:" + ports.get(1);
        context = new SpringApplicationBuilder(IdentityApplication.class)
                .properties(
                        "spring.config.name=demo-identity", "IDENTITY_KEY_FILE=" + keyFile, "logging.level.root=warn")
                .run(Stream.concat(
                                Stream.of("--server.port=" + ports.get(0), "--management.server.port=" + ports.get(1)),
                                Arrays.stream(more))
                        .toArray(String[]::new));
    }

    HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/html, */*;q=0.1")
                .GET());
    }

    HttpResponse<String> form(String url, Map<String, String> fields, String... credentials) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
        if (credentials.length == 2) {
            String basic = credentials[0] + ":" + credentials[1];
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        }
        return send(request);
    }

    HttpResponse<String> machineToken(String client, String secret) {
        return form(address + "/oauth2/token", Map.of("grant_type", "client_credentials"), client, secret);
    }

    /** The claims of {@code token}, after its signature was checked with the published keys. */
    JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(get(address + "/oauth2/jwks").body());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        if (!jwt.verify(new RSASSAVerifier(key.toRSAKey()))) {
            throw new AssertionError("Not signed by a published key");
        }
        return jwt.getJWTClaimsSet();
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
