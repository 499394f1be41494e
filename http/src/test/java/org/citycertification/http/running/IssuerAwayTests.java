package org.citycertification.http.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.citycertification.http.testing.TestTokens;
import org.citycertification.platform.Ports;
import org.junit.jupiter.api.Test;

/** A service that is up before its identity provider. */
class IssuerAwayTests {

    private final RunningThings client = RunningThings.SHARED;

    @Test
    void answersUnavailableUntilTheIssuerIsThere() throws IOException {
        TestTokens tokens = TestTokens.create();
        List<Integer> ports = Ports.reserve(2);
        int issuer = ports.get(1);
        try (var context = RunningThings.run(
                "--server.port=" + ports.get(0), "--http.security.jwk-set-uri=http://localhost:" + issuer + "/keys")) {
            var request =
                    RunningThings.at(ports.get(0), "/open/me").header("Authorization", "Bearer " + tokens.of("ana"));
            var away = client.send(request);
            assertThat(away.problem()).isEqualTo("503 identity-unavailable");
            assertThat(away.header("Retry-After")).isEqualTo("5");
            assertThat(client.send(RunningThings.at(ports.get(0), "/open/me")).status())
                    .isEqualTo(200);

            HttpServer server = serve(tokens, issuer);
            try {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> client.send(request).status() == 200);
            } finally {
                server.stop(0);
            }
            assertThat(client.send(request).status()).as("keys are remembered").isEqualTo(200);
        }
    }

    private static HttpServer serve(TestTokens tokens, int port) throws IOException {
        byte[] keys = new JWKSet(tokens.key().toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return server;
    }
}
