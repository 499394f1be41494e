package org.citycertification.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.citycertification.local.Api;
import org.citycertification.local.RunningSystem;
import org.citycertification.platform.Mailbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the numbered cities for which the demonstration's identity provider has accounts, and what its people do. */
record InventedCity(RunningSystem system, Api api, String account) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The city, known to intake from now on. */
    static InventedCity known(RunningSystem system, Api api, String account) {
        String body = record(account, UUID.randomUUID(), "lee@" + account + ".example");
        var city = new InventedCity(system, api, account);
        api.put(system.ports().intake(), "/api/cities/" + city.id(), "coordinator", body, Map.of())
                .orThrow();
        return city;
    }

    /** The cities of these numbers, known to intake from now on. */
    static List<InventedCity> known(RunningSystem system, Api api, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> known(system, api, "city-%02d".formatted(i)))
                .toList();
    }

    /** What intake is told about a city with one contact. */
    static String record(String account, UUID contact, String address) {
        return """
                {"name": "%s", "country": "US", "subdivision": "US-MA",
                 "population": {"count": 50000, "year": 2020, "source": "invented"},
                 "contacts": [{"id": "%s", "name": "Lee Example", "email": "%s", "role": "primary",
                   "language": "en"}]}""".formatted(account, contact, address);
    }

    String id() {
        return "us-ma-" + account;
    }

    /** Sends a sample's assessment and returns the submission. */
    UUID submit(String sample, Map<String, String> moreHeaders) {
        return submitAt(system.ports().intake(), sample, moreHeaders);
    }

    /** As {@link #submit}, at one instance of intake. */
    UUID submitAt(int intakePort, String sample, Map<String, String> moreHeaders) {
        Map<String, String> headers = new HashMap<>(moreHeaders);
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        JsonNode receipt = api.post(intakePort, "/api/submissions", account, assessment(sample), headers)
                .orThrow()
                .body();
        return UUID.fromString(receipt.path("submissionId").asString());
    }

    /** Waits for the submission's case. */
    String caseOf(UUID submission) {
        return caseAt(system.ports().review(), submission);
    }

    /** As {@link #caseOf}, at one instance of review. */
    String caseAt(int reviewPort, UUID submission) {
        List<String> found = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            api.get(reviewPort, "/api/cases?submissionId=" + submission, "reviewer-1")
                    .orThrow()
                    .body()
                    .path("items")
                    .forEach(item -> found.add(item.path("caseId").asString()));
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** Approves the automatic results of the first version, at one instance of review. */
    Api.Answer approve(int reviewPort, String caseId, String reviewer) {
        Map<String, String> headers = Map.of("If-Match", "\"1-1\"", "Idempotency-Key", caseId + reviewer);
        return api.post(reviewPort, "/api/cases/" + caseId + "/approvals", reviewer, "{}", headers)
                .orThrow();
    }

    /** Waits for the submission's case, and two reviewers approve it. */
    void decide(UUID submission) {
        String reviewCase = caseOf(submission);
        approve(system.ports().review(), reviewCase, "reviewer-1");
        approve(system.ports().review(), reviewCase, "reviewer-2");
    }

    /** Each city sends one sample; the submissions, in the cities' order. */
    static List<UUID> submit(List<InventedCity> cities) {
        return cities.stream()
                .map(city -> city.submit("cambridge-ma.json", Map.of()))
                .toList();
    }

    /** As {@link #decide(UUID)}, of each city its submission. */
    static void decide(List<InventedCity> cities, List<UUID> submissions) {
        for (int i = 0; i < cities.size(); i++) {
            cities.get(i).decide(submissions.get(i));
        }
    }

    /** Mails that name the city, once there are so many. */
    List<Mailbox.Mail> mails(int atLeast) {
        await().atMost(PATIENCE).until(() -> mails().size() >= atLeast);
        return mails();
    }

    private List<Mailbox.Mail> mails() {
        return system.mails().about(id()).stream()
                .filter(mail -> (mail.subject() + mail.text()).contains(account))
                .toList();
    }

    /** What notification has noted for the city, whatever became of it. */
    List<JsonNode> notices() {
        return noticesAt(system.ports().notification());
    }

    /** As {@link #notices}, at one instance of notification. */
    List<JsonNode> noticesAt(int notificationPort) {
        List<JsonNode> found = new ArrayList<>();
        api.get(notificationPort, "/api/notices?cityId=" + id(), "coordinator")
                .orThrow()
                .body()
                .path("items")
                .forEach(found::add);
        return found;
    }

    /** A sample's answers, as they are sent. */
    static String assessment(String sample) {
        try {
            byte[] file =
                    Files.readAllBytes(SharedSystem.HOME.resolve("samples").resolve(sample));
            return JsonMapper.builder()
                    .build()
                    .readTree(file)
                    .path("assessment")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
