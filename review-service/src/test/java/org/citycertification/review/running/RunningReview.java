package org.citycertification.review.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.citycertification.pages.testing.TestIssuer;
import org.citycertification.pages.testing.Visitor;
import org.citycertification.platform.Part;
import org.citycertification.platform.Ports;
import org.citycertification.platform.TestPlatform;
import org.citycertification.review.ReviewApplication;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.certification.domain.CityId;
import org.citycertification.review.reviewcase.ReceiveScorecard;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.review.reviewcase.domain.ScorecardFixtures;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.citycertification.schemas.deploy.Deployment;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, once for all tests of the JVM, and what a test needs to talk to it. */
final class RunningReview {

    static final TestIssuer ISSUER = TestIssuer.start(Staff.TOKENS);
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String REASON = "The minutes shown are older than a year.";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningReview shared;

    private final ConfigurableApplicationContext context;
    private final int port;
    private final int managementPort;

    private RunningReview() {
        this.port = Ports.reserve();
        this.managementPort = Ports.reserve();
        this.context = ReviewApplication.application().run(arguments());
    }

    static synchronized RunningReview shared() {
        if (shared == null) {
            var platform = platform();
            Deployment.run(platform.bootstrapServers(), platform.registryUrl(), (short) 1);
            platform.createDatabase("review");
            shared = new RunningReview();
        }
        return shared;
    }

    /** Another instance on the same broker and database. */
    static RunningReview another() {
        shared();
        return new RunningReview();
    }

    static TestPlatform platform() {
        return TestPlatform.shared(Part.KAFKA, Part.REGISTRY, Part.POSTGRES);
    }

    private String[] arguments() {
        var platform = platform();
        Map<String, String> settings = Map.of(
                "server.port", Integer.toString(port),
                "management.server.port", Integer.toString(managementPort),
                "spring.kafka.bootstrap-servers", platform.bootstrapServers(),
                "schema.registry.url", platform.registryUrl(),
                "spring.datasource.url", platform.jdbcUrl("review"),
                "http.security.jwk-set-uri", Staff.TOKENS.keySet().toString());
        return Stream.concat(
                        settings.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()),
                        Stream.concat(
                                ISSUER.settings().stream(), Stream.of("server.servlet.session.cookie.secure=false")))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
    }

    /** Where a browser finds this instance. */
    String address() {
        return "http://localhost:" + port;
    }

    /** Somebody who has signed in at this instance. */
    Visitor visitor(String name, String... roles) {
        ISSUER.signsIn(name, roles);
        return new Visitor(address()).signedIn();
    }

    void close() {
        context.close();
    }

    /** A setting as one source of settings has it. */
    String property(String name, String source) {
        return String.valueOf(
                context.getEnvironment().getPropertySources().get(source).getProperty(name));
    }

    /** Changes rows as the service's own pool may. */
    int update(String sql) {
        return bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql(sql)
                .update();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A city that no other test uses. */
    static City aCity() {
        return new City(new CityId("test-" + UUID.randomUUID()), "C\u00f3rdoba", "AR", "AR-X");
    }

    /** Opens a case as a scorecard from the topic would; its id. */
    UUID openCase(City city, int met) {
        return receive(ScorecardFixtures.met(new SubmissionId(UUID.randomUUID()), 1, city, met));
    }

    UUID openCase(int met) {
        return openCase(aCity(), met);
    }

    UUID receive(Scorecard scorecard) {
        bean(ReceiveScorecard.class).receive(scorecard);
        return CaseId.of(scorecard.submissionId()).value();
    }

    Answer get(String token, String path) {
        return send(request(token, path).GET());
    }

    Answer put(String token, String path, Object body, String... headers) {
        return send(headers(request(token, path), headers).PUT(json(body)));
    }

    Answer post(String token, String path, Object body, String... headers) {
        return send(headers(request(token, path), headers).POST(json(body)));
    }

    Answer findings(String name, UUID caseId, Departure... findings) {
        return put(Staff.reviewer(name), "/api/cases/" + caseId + "/findings", Map.of("findings", List.of(findings)));
    }

    static Departure finding(String criterion, boolean met) {
        return finding(criterion, met, REASON);
    }

    static Departure finding(String criterion, boolean met, String reason) {
        return new Departure(criterion, met, reason);
    }

    Answer approve(String token, UUID caseId, String etag) {
        return post(token, "/api/cases/" + caseId + "/approvals", Map.of(), withKey(etag));
    }

    Answer giveBack(String token, UUID caseId, String etag, String reason) {
        return post(token, "/api/cases/" + caseId + "/returns", Map.of("reason", reason), withKey(etag));
    }

    static String[] withKey(String etag) {
        return new String[] {
            "If-Match", "\"" + etag + "\"", "Idempotency-Key", UUID.randomUUID().toString()
        };
    }

    private HttpRequest.Builder request(String token, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return body instanceof String text
                ? HttpRequest.BodyPublishers.ofString(text)
                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    String management(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
                        .GET())
                .text();
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.headers().firstValue("ETag").orElse(""), response.body());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A finding as it is sent. */
    record Departure(String criterion, boolean met, String reason) {}
}
