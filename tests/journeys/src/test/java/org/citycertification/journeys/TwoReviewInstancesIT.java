package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citycertification.local.Api;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.TopicWatch;
import org.citycertification.platform.Mailbox;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two cases of one city are decided at the same moment by two processes of review, on one database and broker. */
@Tag("full")
class TwoReviewInstancesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RACES = 8;

    private static LocalSystem system;
    private static LocalSystem.Instance second;
    private static TopicWatch watch;
    private static Api api;

    private final List<String> foreignCases = new ArrayList<>();

    @BeforeAll
    static void start() throws InterruptedException {
        system = SharedSystem.startFresh("two-reviews-");
        second = system.another("review");
        watch = SharedSystem.watch(system);
        api = new Api(system.ports());
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            watch.close();
            system.close();
        }
    }

    @Test
    void certifiesACityTwiceInOrderHoweverCloseTheDecisions() throws Exception {
        SubmissionEvent gold = sent("city-19", "cambridge-ma.json");
        SubmissionEvent silver = sent("city-20", "montevideo-uy.json");
        List<InventedCity> cities = new ArrayList<>();
        try (var submissions = new ForeignSubmissions(system)) {
            for (int race = 1; race <= RACES; race++) {
                InventedCity city = InventedCity.known(system, api, "city-1" + race);
                cities.add(city);
                race(city, submissions, race % 2 == 0 ? gold : silver);
            }
            for (InventedCity city : cities) {
                certifiedTwice(city);
                mailedOnce(city);
                assertThat(intakeSays(city)).isEqualTo("CERTIFIED");
            }
            // Intake cannot know what it did not receive: it keeps that news for its operator, and nothing else.
            assertThat(submissions.deadLettersOfIntake()).containsExactlyInAnyOrderElementsOf(foreignCases);
        }
    }

    private void race(InventedCity city, ForeignSubmissions submissions, SubmissionEvent template) throws Exception {
        UUID first = city.submit("cambridge-ma.json", Map.of());
        UUID other = submissions.sendAnother(received(first), template);
        List<String> cases = List.of(city.caseOf(first), city.caseOf(other));
        foreignCases.add(cases.get(1));
        for (String one : cases) {
            // The second time it is the same request: a replay from the other process, whose connection is then warm.
            city.approve(system.ports().review(), one, "reviewer-1");
            city.approve(second.port(), one, "reviewer-1");
        }
        var start = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Api.Answer> here = pool.submit(() -> {
                start.await();
                return city.approve(system.ports().review(), cases.get(0), "reviewer-2");
            });
            Future<Api.Answer> there = pool.submit(() -> {
                start.await();
                return city.approve(second.port(), cases.get(1), "reviewer-2");
            });
            assertThat(here.get().body().path("result").asString()).isEqualTo("DECIDED");
            assertThat(there.get().body().path("result").asString()).isEqualTo("DECIDED");
        } finally {
            pool.shutdownNow();
        }
    }

    private static SubmissionEvent sent(String account, String sample) {
        return received(InventedCity.known(system, api, account).submit(sample, Map.of()));
    }

    private static SubmissionEvent received(UUID submission) {
        return await().atMost(PATIENCE)
                .until(
                        () -> watch.find(
                                SubmissionEvent.class,
                                event -> event.getSubmissionId().equals(submission)),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private static void certifiedTwice(InventedCity city) {
        await().atMost(PATIENCE).until(() -> certifications(city).size() >= 2);
        List<CertificationEvent> both = certifications(city);

        assertThat(both).extracting(CertificationEvent::getCityVersion).containsExactly(1L, 2L);
        CertificationEvent earlier = both.get(0);
        CertificationEvent later = both.get(1);
        assertThat(earlier.getKind()).isEqualTo(CertificationKind.NEW);
        assertThat(earlier.getSupersedes()).isNull();
        int step = later.getLevel().compareTo(earlier.getLevel());
        assertThat(later.getKind())
                .isEqualTo(
                        step == 0
                                ? CertificationKind.RECERTIFIED
                                : step > 0 ? CertificationKind.LEVEL_UP : CertificationKind.LEVEL_DOWN);
        assertThat(later.getSupersedes()).isEqualTo(earlier.getCertificationId());
    }

    private static List<CertificationEvent> certifications(InventedCity city) {
        return watch.all().stream()
                .map(TopicWatch.Seen::value)
                .filter(CertificationEvent.class::isInstance)
                .map(CertificationEvent.class::cast)
                .filter(event -> event.getCityId().equals(city.id()))
                .distinct()
                .toList();
    }

    /** Two decisions to the city and two announcements; the older announcement may give way to the newer one. */
    private static void mailedOnce(InventedCity city) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notices(city))
                        .hasSize(4)
                        .allMatch(notice -> List.of("SENT", "SUPERSEDED")
                                .contains(notice.path("state").asString())));
        List<String> sent = notices(city).stream()
                .filter(notice -> notice.path("state").asString().equals("SENT"))
                .map(notice -> notice.path("messageId").asString())
                .toList();
        assertThat(sent).hasSizeBetween(3, 4);
        assertThat(city.mails(sent.size()))
                .extracting(Mailbox.Mail::messageId)
                .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(notices(city))
                .filteredOn(notice -> notice.path("template").asString().equals("CERTIFIED"))
                .allMatch(notice -> notice.path("state").asString().equals("SENT"));
    }

    private static List<JsonNode> notices(InventedCity city) {
        List<JsonNode> found = new ArrayList<>();
        api.get(system.ports().notification(), "/api/notices?cityId=" + city.id(), "coordinator")
                .orThrow()
                .body()
                .path("items")
                .forEach(found::add);
        return found;
    }

    private static String intakeSays(InventedCity city) {
        return await().atMost(PATIENCE)
                .until(
                        () -> api.get(system.ports().intake(), "/api/submissions", city.account())
                                .orThrow()
                                .body()
                                .path("items")
                                .path(0)
                                .path("state")
                                .asString(),
                        state -> !state.equals("UNDER_REVIEW"));
    }
}
