package org.citycertification.intake.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.citycertification.platform.Ports;
import org.citycertification.platform.ServiceProcess;
import org.junit.jupiter.api.Test;

class LonelyStartTests {
    private final RunningIntake intake = RunningIntake.shared();

    /** As a process of its own, with the settings that operators use. */
    @Test
    void startsWithoutBrokerAndIssuerAndSaysWhatIsMissing() throws Exception {
        var ports = Ports.reserve(4);
        String address = "http://localhost:" + ports.get(0);
        String actuator = "http://localhost:" + ports.get(1) + "/actuator/health/";
        Path log = Path.of("target", "lonely-intake.log");
        Files.deleteIfExists(log);
        try (var service = ServiceProcess.mainClass(
                        "lonely-intake", "org.citycertification.intake.IntakeApplication", classPath())
                .environment(Map.of(
                        "SERVER_PORT", ports.get(0).toString(),
                        "MANAGEMENT_SERVER_PORT", ports.get(1).toString(),
                        "SPRING_DATASOURCE_URL", intake.platform.jdbcUrl("intake"),
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.get(2),
                        "SCHEMA_REGISTRY_URL", intake.platform.registryUrl(),
                        "HTTP_SECURITY_JWK_SET_URI", "http://localhost:" + ports.get(3) + "/jwks",
                        "SPRING_PROFILES_ACTIVE", "json-logs"))
                .jvmOptions("-Xmx256m")
                .logFile(log)
                .readyWhen(URI.create(actuator + "liveness"))
                .start()) {
            String token = intake.city(intake.recorded("us-ma-lonely"));

            assertThat(service.isRunning()).isTrue();
            assertThat(intake.get(actuator + "readiness").status()).isEqualTo(503);
            Reply withoutIssuer =
                    intake.send(intake.request(address + "/api/submissions").GET(), token);
            assertThat(withoutIssuer.status()).as(withoutIssuer.body()).isEqualTo(503);

            HttpServer issuer = issuer(ports.get(3));
            try {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> intake.send(
                                                intake.request(address + "/api/submissions")
                                                        .GET(),
                                                token)
                                        .status()
                                == 200);
                refusesForNowWhatItCannotCheck(address, token, log);
            } finally {
                issuer.stop(0);
            }
        }
    }

    private void refusesForNowWhatItCannotCheck(String address, String token, Path log) {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        var request = intake.request(address + "/api/submissions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "lonely")
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(Bodies.ANSWERS));

        Reply refused = intake.send(request, token);

        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.at("/type")).isEqualTo("urn:certification:problem:editions-unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Files.readAllLines(log))
                        .filteredOn(line -> line.contains("An assessment could not be checked"))
                        .singleElement()
                        .satisfies(line -> {
                            var entry = Reply.JSON.readTree(line);
                            assertThat(entry.at("/service/name").asString()).isEqualTo("intake-service");
                            assertThat(line).contains("\"trace.id\":\"" + trace + "\"");
                        }));
    }

    private HttpServer issuer(int port) throws IOException {
        byte[] keys = intake.tokens.publicKeys().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
