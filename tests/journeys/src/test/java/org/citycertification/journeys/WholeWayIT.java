package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citycertification.local.Api;
import org.citycertification.local.Journey;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.Report;
import org.citycertification.local.TopicWatch;
import org.citycertification.platform.Mailbox;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The samples' way through real processes: broker, registry, PostgreSQL, mailbox, identity and the four services. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWayIT {
    private static final Path SAMPLES = SharedSystem.HOME.resolve("samples");

    private static LocalSystem system;
    private static Api api;
    private static TopicWatch watch;

    @BeforeAll
    static void start() throws InterruptedException {
        system = SharedSystem.running();
        api = new Api(system.ports());
        watch = SharedSystem.watch(system);
    }

    @AfterAll
    static void stop() {
        if (watch != null) {
            watch.close();
        }
    }

    @Test
    @Order(1)
    void certifiesCambridgeGoldAndTellsCityAndPress() {
        Journey.Outcome outcome = journey("cambridge-ma.json");

        assertThat(outcome.decision().getMet()).isEqualTo(33);
        assertThat(outcome.decision().getConfirmed()).isTrue();
        assertThat(outcome.certification()).hasValueSatisfying(event -> {
            assertThat(event.getLevel()).isEqualTo(CertificationLevel.GOLD);
            assertThat(event.getKind()).isEqualTo(CertificationKind.NEW);
            assertThat(event.getCityVersion()).isEqualTo(1);
        });
        assertThat(outcome.mails())
                .hasSize(2)
                .extracting(Mailbox.Mail::messageId)
                .doesNotHaveDuplicates();
    }

    @Test
    @Order(2)
    void certifiesCambridgeAgainAsRecertified() {
        Journey.Outcome outcome = journey("cambridge-ma.json");

        assertThat(outcome.certification()).hasValueSatisfying(event -> {
            assertThat(event.getKind()).isEqualTo(CertificationKind.RECERTIFIED);
            assertThat(event.getCityVersion()).isEqualTo(2);
            assertThat(event.getSupersedes()).isNotNull();
        });
    }

    @Test
    @Order(3)
    void keepsAccentsFromTheCityRecordToTheMail() {
        Journey.Outcome outcome = journey("montevideo-uy.json");

        assertThat(outcome.certification())
                .hasValueSatisfying(event -> assertThat(event.getLevel()).isEqualTo(CertificationLevel.SILVER));
        assertThat(outcome.mails()).anySatisfy(mail -> assertThat(mail.text()).contains("Inés Ejemplo Núñez"));
    }

    @Test
    @Order(4)
    void tellsOnlyTheCityWhenItIsNotCertified() {
        long publicEvents = recordsOn(Topics.CERTIFICATION);

        Journey.Outcome outcome = journey("example-town.json");

        assertThat(outcome.decision().getLevel()).isNull();
        assertThat(outcome.mails()).hasSize(1);
        assertThat(recordsOn(Topics.CERTIFICATION)).isEqualTo(publicEvents);
    }

    @Test
    void refusesACityThatIsTooSmallOrOutsideTheAmericas() throws IOException {
        Api.Answer small = submit("small-town", UUID.randomUUID().toString());
        Api.Answer outside = submit("lisboa", UUID.randomUUID().toString());

        assertThat(small.status()).isEqualTo(422);
        assertThat(small.text()).contains("29999", "30000");
        assertThat(outside.status()).isEqualTo(422);
        assertThat(outside.text()).contains("PT");
    }

    @Test
    void answersFiftyEqualPostsWithOneSubmission() throws Exception {
        String city = """
                {"name": "City 01", "country": "US", "subdivision": "US-MA",
                 "population": {"count": 50000, "year": 2020, "source": "invented"}, "contacts": []}""";
        api.put(system.ports().intake(), "/api/cities/us-ma-city-01", "coordinator", withContact(city), Map.of())
                .orThrow();
        String key = UUID.randomUUID().toString();
        ExecutorService pool = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Api.Answer>> calls = IntStream.range(0, 50)
                    .<Callable<Api.Answer>>mapToObj(i -> () -> submit("city-01", key))
                    .toList();
            Set<String> answers = pool.invokeAll(calls).stream()
                    .map(WholeWayIT::answerOf)
                    .map(answer -> answer.status() + " " + answer.text())
                    .collect(Collectors.toSet());

            assertThat(answers).singleElement().asString().startsWith("202");
        } finally {
            pool.shutdownNow();
        }
    }

    private static String withContact(String city) {
        return city.replace(
                "\"contacts\": []",
                "\"contacts\": [{\"id\": \"%s\", \"name\": \"Lee Example\", \"email\": \"lee@city-01.example\","
                                .formatted(UUID.randomUUID())
                        + " \"role\": \"primary\", \"language\": \"en\"}]");
    }

    private static Api.Answer answerOf(java.util.concurrent.Future<Api.Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Api.Answer submit(String account, String key) throws IOException {
        JsonNode sample =
                JsonMapper.builder().build().readTree(Files.readAllBytes(SAMPLES.resolve("cambridge-ma.json")));
        String body = sample.path("assessment").toString();
        return api.post(system.ports().intake(), "/api/submissions", account, body, Map.of("Idempotency-Key", key));
    }

    private static long recordsOn(String topic) {
        return watch.all().stream().filter(seen -> seen.topic().equals(topic)).count();
    }

    private static Journey.Outcome journey(String sample) {
        return new Journey(system, api, watch, new Report(System.out)).run(SAMPLES.resolve(sample));
    }
}
