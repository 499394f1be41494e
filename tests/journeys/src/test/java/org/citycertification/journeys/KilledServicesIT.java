package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.citycertification.local.Api;
import org.citycertification.local.LocalPorts;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.Seed;
import org.citycertification.local.TopicWatch;
import org.citycertification.platform.Mailbox;
import org.citycertification.platform.Progress;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Each service in turn dies by SIGKILL in the middle of twenty submissions, and is started again. */
@Tag("full")
class KilledServicesIT {
    private static final int CITIES = 20;
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    private final Map<String, UUID> submissions = new ConcurrentHashMap<>();

    @Test
    void decidesEachSubmissionOnceAndMailsItOnce() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "killed-");
        try (LocalSystem system = LocalSystem.start(HOME, data, LocalPorts.reserved(), Progress.SILENT);
                TopicWatch watch = watch(system)) {
            var api = new Api(system.ports());
            new Seed(api, system.ports()).run();
            List<String> cities = IntStream.rangeClosed(1, CITIES)
                    .mapToObj("city-%02d"::formatted)
                    .toList();
            cities.forEach(city -> put(api, system, city));

            whileDying(system, "intake", cities, city -> submit(api, system, city));
            whileDying(system, "scoring", List.of("city-01"), city -> caseOf(api, system, city));
            whileDying(system, "review", cities, city -> approve(api, system, city));
            whileDying(system, "notification", List.of(), city -> {});

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(certified(watch)).hasSize(CITIES).doesNotHaveDuplicates());
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(messageIds(system)).hasSize(2 * CITIES));
        }
    }

    private static TopicWatch watch(LocalSystem system) throws InterruptedException {
        return new TopicWatch(
                system.platform().kafka().bootstrapServers(),
                system.platform().registry().url(),
                seen -> {});
    }

    /** Half way through the work the service is killed; the work goes on against its successor. */
    private static void whileDying(LocalSystem system, String service, List<String> cities, Consumer<String> work)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = cities.stream()
                    .<Future<?>>map(city -> pool.submit(() -> work.accept(city)))
                    .toList();
            if (!all.isEmpty()) {
                all.get(all.size() / 4).get();
            }
            system.service(service).kill();
            system.service(service).start();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void put(Api api, LocalSystem system, String city) {
        String body = """
                {"name": "%s", "country": "US", "subdivision": "US-MA",
                 "population": {"count": 50000, "year": 2020, "source": "invented"},
                 "contacts": [{"id": "%s", "name": "Lee Example", "email": "lee@%s.example", "role": "primary",
                   "language": "en"}]}""".formatted(city, UUID.randomUUID(), city);
        api.put(system.ports().intake(), "/api/cities/us-ma-" + city, "coordinator", body, Map.of())
                .orThrow();
    }

    private void submit(Api api, LocalSystem system, String city) {
        Api.Answer answer = untilAnswered(() -> api.post(
                system.ports().intake(), "/api/submissions", city, assessment(), Map.of("Idempotency-Key", city)));
        submissions.put(city, UUID.fromString(answer.body().path("submissionId").asString()));
    }

    private String caseOf(Api api, LocalSystem system, String city) {
        var found = new AtomicReference<String>();
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            Api.Answer answer = untilAnswered(() ->
                    api.get(system.ports().review(), "/api/cases?submissionId=" + submissions.get(city), "reviewer-1"));
            answer.body()
                    .path("items")
                    .forEach(item -> found.set(item.path("caseId").asString()));
            return found.get() != null;
        });
        return found.get();
    }

    private void approve(Api api, LocalSystem system, String city) {
        String path = "/api/cases/" + caseOf(api, system, city);
        for (String reviewer : List.of("reviewer-1", "reviewer-2")) {
            Api.Answer shown = untilAnswered(() -> api.get(system.ports().review(), path, reviewer));
            untilAnswered(() -> api.post(
                    system.ports().review(),
                    path + "/approvals",
                    reviewer,
                    "{}",
                    Map.of("If-Match", String.valueOf(shown.etag()), "Idempotency-Key", reviewer + city)));
        }
    }

    /** As a careful client: the same request again until there is an answer, and then it must be a success. */
    private static Api.Answer untilAnswered(Supplier<Api.Answer> call) {
        var answer = new AtomicReference<Api.Answer>();
        await().atMost(Duration.ofSeconds(90))
                .ignoreException(IllegalStateException.class)
                .until(() -> {
                    answer.set(call.get());
                    return answer.get().status() < 500;
                });
        return answer.get().orThrow();
    }

    private static String assessment() {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(Files.readAllBytes(HOME.resolve("samples/cambridge-ma.json")))
                    .path("assessment")
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A relay that died between the broker's commit and its own repeats the same event; another one would be a second decision. */
    private static List<String> certified(TopicWatch watch) {
        return watch.all().stream()
                .filter(seen -> seen.topic().equals(Topics.CERTIFICATION))
                .map(seen -> (CertificationEvent) seen.value())
                .distinct()
                .map(CertificationEvent::getCityId)
                .toList();
    }

    private static List<String> messageIds(LocalSystem system) {
        return system.platform().mailbox().messages().stream()
                .map(Mailbox.Mail::messageId)
                .distinct()
                .toList();
    }
}
