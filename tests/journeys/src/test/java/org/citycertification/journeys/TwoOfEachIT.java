package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citycertification.local.Api;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.TopicWatch;
import org.citycertification.platform.Mailbox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two processes of every service. One of each dies by SIGKILL in mid-flow; the other goes on, and nothing happens twice. */
@Tag("full")
class TwoOfEachIT {
    private static final int CITIES = 12;
    /** {@code messaging.readers.threads} of one instance. */
    private static final int THREADS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<InventedCity, UUID> submissions = new LinkedHashMap<>();
    private LocalSystem system;
    private Api api;

    @Test
    void theSurvivorsGoOn() throws Exception {
        system = SharedSystem.startFresh("two-of-each-");
        api = new Api(system.ports());
        try (LocalSystem running = system;
                TopicWatch watch = SharedSystem.watch(running)) {
            Pair intake = Pair.of(system, "intake", system.ports().intake());
            Pair scoring = Pair.of(system, "scoring", system.ports().scoring());
            Pair review = Pair.of(system, "review", system.ports().review());
            Pair notification = Pair.of(system, "notification", system.ports().notification());
            List<InventedCity> cities = cities();
            allSharePartitions();

            submit(cities.subList(0, 4), intake);
            intake.killLeader();
            submit(cities.subList(4, 8), intake);
            scoring.killOne();
            submit(cities.subList(8, CITIES), intake);
            List<String> cases =
                    cities.stream().map(city -> caseOf(city, review)).toList();
            approve(cities, cases, "reviewer-1", review);
            approve(cities.subList(0, 6), cases.subList(0, 6), "reviewer-2", review);
            review.killLeader();
            approve(cities.subList(6, 10), cases.subList(6, 10), "reviewer-2", review);
            // Last, so that the one to be killed has not yet given up a server that says nothing.
            system.platform().mailbox().behave(Mailbox.Behaviour.HANG_BEFORE_250);
            approve(cities.subList(10, CITIES), cases.subList(10, CITIES), "reviewer-2", review);
            await().atMost(PATIENCE).until(() -> sending() == 2);
            notification.killLeader();
            system.platform().mailbox().behave(Mailbox.Behaviour.NORMAL);

            nothingHappenedTwice(watch, cities, notification);
        }
    }

    private void allSharePartitions() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Groups.sharers(system.running()))
                        .isNotEmpty()
                        .allSatisfy((reading, members) -> assertThat(members)
                                .as(reading.toString())
                                .isEqualTo(Math.min(reading.topic().partitions(), 2 * THREADS))));
    }

    private void nothingHappenedTwice(TopicWatch watch, List<InventedCity> cities, Pair notification)
            throws SQLException {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Certifications.cities(watch))
                        .containsExactlyInAnyOrderElementsOf(
                                cities.stream().map(InventedCity::id).toList()));
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> notices = notices(cities, notification);
            assertThat(notices).hasSize(2 * CITIES);
            MailedOnce.assertEachSentOnce(notices, system.platform().mailbox());
        });
        assertThat(cutOff()).as("the killed one was sending").isPositive();
        Versions.assertInOrder(watch);
    }

    private List<InventedCity> cities() {
        return InventedCity.known(system.running(), api, 1, CITIES);
    }

    private void submit(List<InventedCity> some, Pair intake) {
        some.forEach(city -> submissions.put(city, city.submitAt(intake.port(), "cambridge-ma.json", Map.of())));
    }

    private String caseOf(InventedCity city, Pair review) {
        return city.caseAt(review.port(), submissions.get(city));
    }

    private static void approve(List<InventedCity> some, List<String> cases, String reviewer, Pair review) {
        for (int i = 0; i < some.size(); i++) {
            some.get(i).approve(review.port(), cases.get(i), reviewer);
        }
    }

    private static List<JsonNode> notices(List<InventedCity> cities, Pair notification) {
        return cities.stream()
                .flatMap(city -> city.noticesAt(notification.port()).stream())
                .toList();
    }

    /** How many instances of notification are in the middle of a conversation with the mail server. */
    private long sending() throws SQLException {
        return count("select count(distinct sender) from notice where state = 'SENDING'");
    }

    /** Attempts that ended with the instance that made them. */
    private long cutOff() throws SQLException {
        return count("select count(*) from notice_step where cause like 'Its sender ended%'");
    }

    private long count(String query) throws SQLException {
        String address = system.platform().postgres().jdbcUrl("notification");
        try (var connection = DriverManager.getConnection(address, "notification_app", "notification_app");
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
