package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.citycertification.local.Api;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.TopicWatch;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each service in turn dies by SIGKILL in the middle of twenty submissions, and is started again. */
@Tag("full")
class KilledServicesIT {
    private static final int CITIES = 20;

    private final Map<InventedCity, UUID> submissions = new ConcurrentHashMap<>();

    @Test
    void decidesEachSubmissionOnceAndMailsItOnce() throws Exception {
        try (LocalSystem system = SharedSystem.startFresh("killed-");
                TopicWatch watch = SharedSystem.watch(system)) {
            var api = new Api(system.ports());
            var client = new CarefulClient(system);
            String assessment = InventedCity.assessment("cambridge-ma.json");
            List<InventedCity> cities = InventedCity.known(system.running(), api, 1, CITIES);

            whileDying(
                    system, "intake", cities, city -> submissions.put(city, client.submit(city.account(), assessment)));
            whileDying(system, "scoring", cities.subList(0, 1), city -> client.caseOf(submissions.get(city)));
            whileDying(system, "review", cities, city -> client.approve(client.caseOf(submissions.get(city))));
            whileDying(system, "notification", List.of(), city -> {});

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(certified(watch)).hasSize(CITIES).doesNotHaveDuplicates());
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                List<JsonNode> notices =
                        cities.stream().flatMap(city -> city.notices().stream()).toList();
                assertThat(notices).hasSize(2 * CITIES);
                MailedOnce.assertEachSentOnce(notices, system.platform().mailbox());
            });
        }
    }

    /** Half way through the work the service is killed; the work goes on against its successor. */
    private static void whileDying(
            LocalSystem system, String service, List<InventedCity> cities, Consumer<InventedCity> work)
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

    /** A relay that died between the broker's commit and its own repeats the same event; another one would be a second decision. */
    private static List<String> certified(TopicWatch watch) {
        return watch.all().stream()
                .filter(seen -> seen.topic().equals(Topics.CERTIFICATION))
                .map(seen -> (CertificationEvent) seen.value())
                .distinct()
                .map(CertificationEvent::getCityId)
                .toList();
    }
}
