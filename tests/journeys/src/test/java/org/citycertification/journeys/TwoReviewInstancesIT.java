package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citycertification.local.Api;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.Services;
import org.citycertification.local.TopicWatch;
import org.citycertification.platform.Mailbox;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two cases of one city are decided at the same moment by two processes of review, on one database and broker. */
@Tag("full")
class TwoReviewInstancesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CITIES = 6;

    private static LocalSystem system;
    private static Services.Instance second;
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
    void certifiesACityInOrderHoweverCloseTheDecisions() throws Exception {
        SubmissionEvent gold = sent("city-19", "cambridge-ma.json");
        SubmissionEvent silver = sent("city-20", "montevideo-uy.json");
        List<InventedCity> cities = new ArrayList<>();
        try (var submissions = new ForeignSubmissions(system)) {
            for (int number = 1; number <= CITIES; number++) {
                InventedCity city = InventedCity.known(system.running(), api, "city-1" + number);
                cities.add(city);
                SubmissionEvent template = number % 2 == 0 ? gold : silver;
                SubmissionEvent first = received(city.submit("cambridge-ma.json", Map.of()));
                // A city without a standing, whose row both must make; then one whose row both must change.
                race(city, city.caseOf(first.getSubmissionId()), foreign(city, submissions, first, template));
                race(city, foreign(city, submissions, first, gold), foreign(city, submissions, first, template));
            }
            for (InventedCity city : cities) {
                certifiedInOrder(city);
                mailedOnce(city);
                assertThat(intakeSays(city)).isEqualTo("CERTIFIED");
            }
            // Intake cannot know what it did not receive: it keeps that news for its operator, and nothing else.
            assertThat(submissions.deadLettersOfIntake()).containsExactlyInAnyOrderElementsOf(foreignCases);
        }
    }

    private String foreign(
            InventedCity city, ForeignSubmissions submissions, SubmissionEvent ofCity, SubmissionEvent template) {
        String caseId = city.caseOf(submissions.sendAnother(ofCity, template));
        foreignCases.add(caseId);
        return caseId;
    }

    /** Both decisions are on their way when the first of them may write. */
    private static void race(InventedCity city, String first, String other) throws Exception {
        for (String one : List.of(first, other)) {
            // The second time it is the same request: a replay from the other process, whose connection is then warm.
            city.approve(system.ports().review(), one, "reviewer-1");
            city.approve(second.port(), one, "reviewer-1");
        }
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try (var standing = new HeldStanding(system, city)) {
            Future<Api.Answer> here =
                    pool.submit(() -> city.approve(system.ports().review(), first, "reviewer-2"));
            Future<Api.Answer> there = pool.submit(() -> city.approve(second.port(), other, "reviewer-2"));
            standing.releaseWhenWaited(2);
            assertThat(here.get().body().path("result").asString()).isEqualTo("DECIDED");
            assertThat(there.get().body().path("result").asString()).isEqualTo("DECIDED");
        } finally {
            pool.shutdownNow();
        }
    }

    private static SubmissionEvent sent(String account, String sample) {
        return received(InventedCity.known(system.running(), api, account).submit(sample, Map.of()));
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

    private static void certifiedInOrder(InventedCity city) {
        await().atMost(PATIENCE).until(() -> certifications(city).size() >= 4);
        List<CertificationEvent> all = certifications(city);

        assertThat(all).extracting(CertificationEvent::getCityVersion).containsExactly(1L, 2L, 3L, 4L);
        assertThat(all.get(0).getKind()).isEqualTo(CertificationKind.NEW);
        assertThat(all.get(0).getSupersedes()).isNull();
        for (int i = 1; i < all.size(); i++) {
            CertificationEvent earlier = all.get(i - 1);
            CertificationEvent later = all.get(i);
            assertThat(later.getKind()).isEqualTo(kind(later.getLevel().compareTo(earlier.getLevel())));
            assertThat(later.getSupersedes()).isEqualTo(earlier.getCertificationId());
        }
    }

    private static CertificationKind kind(int step) {
        if (step == 0) {
            return CertificationKind.RECERTIFIED;
        }
        return step > 0 ? CertificationKind.LEVEL_UP : CertificationKind.LEVEL_DOWN;
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

    /** Four decisions to the city and four announcements; an older announcement may give way to a newer one. */
    private static void mailedOnce(InventedCity city) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(city.notices())
                        .hasSize(8)
                        .allMatch(notice -> List.of("SENT", "SUPERSEDED")
                                .contains(notice.path("state").asString())));
        List<String> sent = city.notices().stream()
                .filter(notice -> notice.path("state").asString().equals("SENT"))
                .map(notice -> notice.path("messageId").asString())
                .toList();
        assertThat(sent).hasSizeBetween(5, 8);
        assertThat(city.mails(sent.size()))
                .extracting(Mailbox.Mail::messageId)
                .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(city.notices())
                .filteredOn(notice -> notice.path("template").asString().equals("CERTIFIED"))
                .hasSize(4)
                .allMatch(notice -> notice.path("state").asString().equals("SENT"));
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
