package org.citycertification.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.citycertification.local.Api;
import org.citycertification.local.LocalPorts;
import org.citycertification.local.LocalSystem;
import tools.jackson.databind.JsonNode;

/**
 * What cities and reviewers do while services come and go: the same request again, under the same key, until there is an
 * answer, and then it must be a success.
 */
final class CarefulClient {
    /** Longer than a service takes to start on a machine that has something else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int FAULT_OF_THE_SERVICE = 500;

    private final LocalPorts ports;
    private final Api api;
    private final AtomicInteger unanswered = new AtomicInteger();

    CarefulClient(LocalSystem system) {
        this.ports = system.ports();
        this.api = new Api(ports);
    }

    /** How often a request had to be repeated so far. */
    int unanswered() {
        return unanswered.get();
    }

    /** Sends the assessment and returns the submission. */
    UUID submit(String account, String assessment) {
        Map<String, String> headers =
                Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Api.Answer receipt =
                untilAnswered(() -> api.post(ports.intake(), "/api/submissions", account, assessment, headers));
        return UUID.fromString(receipt.body().path("submissionId").asString());
    }

    /** Waits for the submission's case. */
    String caseOf(UUID submission) {
        String path = "/api/cases?submissionId=" + submission;
        return awaitBody(
                        ports.review(),
                        path,
                        "reviewer-1",
                        body -> !body.path("items").isEmpty())
                .path("items")
                .path(0)
                .path("caseId")
                .asString();
    }

    /** Two people approve the automatic results of the first version. */
    void approve(String caseId) {
        for (String reviewer : List.of("reviewer-1", "reviewer-2")) {
            Map<String, String> headers = Map.of("If-Match", "\"1-1\"", "Idempotency-Key", caseId + reviewer);
            untilAnswered(
                    () -> api.post(ports.review(), "/api/cases/" + caseId + "/approvals", reviewer, "{}", headers));
        }
    }

    /** Waits until the city can read the decision. */
    void awaitDecision(String account, UUID submission) {
        awaitBody(ports.intake(), "/api/submissions/" + submission, account, body -> body.has("decision"));
    }

    /** The newest fifty letters about the city that have been sent, by id. */
    List<String> sentAbout(String cityId) {
        String path = "/api/notices?state=SENT&limit=50&cityId=" + cityId;
        Api.Answer list = untilAnswered(() -> api.get(ports.notification(), path, "operator"));
        return list.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private JsonNode awaitBody(int port, String path, String account, Predicate<JsonNode> fits) {
        return await().atMost(PATIENCE)
                .pollInterval(PAUSE)
                .until(() -> untilAnswered(() -> api.get(port, path, account)).body(), fits);
    }

    private Api.Answer untilAnswered(Supplier<Api.Answer> call) {
        var answer = new AtomicReference<Api.Answer>();
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(PAUSE).until(() -> isAnswered(call, answer));
        return answer.get().orThrow();
    }

    private boolean isAnswered(Supplier<Api.Answer> call, AtomicReference<Api.Answer> answer) {
        try {
            answer.set(call.get());
        } catch (IllegalStateException nobodyThere) {
            unanswered.incrementAndGet();
            return false;
        }
        if (answer.get().status() >= FAULT_OF_THE_SERVICE) {
            unanswered.incrementAndGet();
            return false;
        }
        return true;
    }
}
