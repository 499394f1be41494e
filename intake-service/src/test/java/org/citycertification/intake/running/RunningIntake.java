package org.citycertification.intake.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.citycertification.intake.IntakeApplication;
import org.citycertification.platform.Part;
import org.citycertification.platform.Ports;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.deploy.Deployment;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The real service on the real platform, started once for all tests of the JVM. */
final class RunningIntake {
    private static @Nullable RunningIntake shared;
    private static boolean failed;

    final TestPlatform platform;
    final Tokens tokens = new Tokens();
    final Kafka kafka;
    final ConfigurableApplicationContext context;
    final String address;
    final String actuator;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningIntake() {
        platform = TestPlatform.shared(Part.KAFKA, Part.REGISTRY, Part.POSTGRES);
        Deployment.run(platform.bootstrapServers(), platform.registryUrl(), (short) 1);
        kafka = new Kafka(platform.bootstrapServers(), platform.registryUrl());
        kafka.publish(EditionEvents.edition2022());
        String database = platform.createDatabase("intake");
        List<Integer> ports = Ports.reserve(2);
        address = "http://localhost:" + ports.get(0);
        actuator = "http://localhost:" + ports.get(1);
        context = new SpringApplicationBuilder(IntakeApplication.class)
                .properties("spring.config.name=intake-service")
                .run(
                        "--server.port=" + ports.get(0),
                        "--management.server.port=" + ports.get(1),
                        "--spring.datasource.url=" + database,
                        "--spring.kafka.bootstrap-servers=" + platform.bootstrapServers(),
                        "--schema.registry.url=" + platform.registryUrl(),
                        "--http.security.jwk-set-uri=" + tokens.keySet());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get(actuator + "/actuator/health/readiness").status() == 200);
    }

    static synchronized RunningIntake shared() {
        if (failed) {
            throw new IllegalStateException("The service did not start; the first test that failed says why");
        }
        if (shared == null) {
            failed = true;
            shared = new RunningIntake();
            failed = false;
        }
        return shared;
    }

    String coordinator() {
        return tokens.of("carol", "coordinator");
    }

    String city(String city) {
        return tokens.ofCity("ana-of-" + city, city);
    }

    Reply get(String url) {
        return send(request(url).GET(), null);
    }

    Reply get(String path, String token) {
        return send(request(address + path).GET(), token);
    }

    Reply put(String path, String token, String body, String... headers) {
        var request = request(address + path).header("Content-Type", "application/json");
        return send(with(request, headers).PUT(BodyPublishers.ofString(body)), token);
    }

    Reply post(String token, String key, String body, String... headers) {
        var request = request(address + "/api/submissions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key);
        return send(with(request, headers).POST(BodyPublishers.ofString(body)), token);
    }

    HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    Reply send(HttpRequest.Builder request, @Nullable String token) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The database as a superuser of the test sees it, without row-level security. */
    JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(platform.jdbcUrl("intake"), "postgres", "postgres"));
    }

    /** Records a city with one contact and returns its id. */
    String recorded(String city) {
        Reply reply = put("/api/cities/" + city, coordinator(), Bodies.city().toString());
        if (reply.status() != 201 && reply.status() != 428) {
            throw new IllegalStateException("PUT answered " + reply.status() + " " + reply.body());
        }
        return city;
    }
}
