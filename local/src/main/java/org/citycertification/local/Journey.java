package org.citycertification.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.citycertification.platform.Mailbox;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.review.v1.DecisionReleased;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes one assessment from the intake endpoint to its mails, as a city and two reviewers would. */
public final class Journey {
    private static final int CONFLICT = 409;
    private static final String DECIDED = "DECIDED";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;

    private final RunningSystem system;
    private final Api api;
    private final TopicWatch watch;
    private final Report report;

    public Journey(RunningSystem system, Api api, TopicWatch watch, Report report) {
        this.system = system;
        this.api = api;
        this.watch = watch;
        this.report = report;
    }

    /** What came of it: the private decision, the public event if the city is certified, and the mails. */
    public record Outcome(
            DecisionReleased decision, Optional<CertificationEvent> certification, List<Mailbox.Mail> mails) {}

    /**
     * Sends the sample and sees it through.
     *
     * @throws IllegalStateException if a service refuses something or nothing happens for a minute
     */
    public Outcome run(Path sample) {
        JsonNode file = read(sample);
        String city = file.path("cityId").asString();
        String account = accountOf(city);
        Set<String> before = idsOf(system.mails().about(city));
        String assessment = file.path("assessment").toString();
        UUID submission = await("intake to take the submission", () -> submit(account, assessment));
        String caseId = await("a review case", () -> caseOf(submission));
        approve(caseId, "reviewer-1");
        approve(caseId, "reviewer-2");
        DecisionReleased decision = await("the decision", () -> decisionOn(submission));
        Optional<CertificationEvent> certification = decision.getLevel() == null
                ? Optional.empty()
                : Optional.of(await("the certification event", () -> certificationOf(decision)));
        int expected = decision.getContactIds().size() + (certification.isPresent() ? 1 : 0);
        List<Mailbox.Mail> mails = await("the mails", () -> mailsSince(before, city, expected));
        return new Outcome(decision, certification, mails);
    }

    /** Empty while intake has not heard yet that the city's earlier submission is decided. */
    private Optional<UUID> submit(String account, String assessment) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Api.Answer answer = api.post(system.ports().intake(), "/api/submissions", account, assessment, key);
        if (answer.status() == CONFLICT && answer.location() != null) {
            return openSubmission(answer.location());
        }
        JsonNode receipt = answer.orThrow().body();
        report.line("received: submission " + receipt.path("submissionId").asString());
        report.line("          content hash " + receipt.path("contentHash").asString());
        return Optional.of(UUID.fromString(receipt.path("submissionId").asString()));
    }

    private Optional<UUID> openSubmission(String location) {
        UUID earlier = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        if (casesOf(earlier).findValuesAsString("state").contains(DECIDED)) {
            return Optional.empty();
        }
        report.line("an earlier submission is still open; going on with that one");
        return Optional.of(earlier);
    }

    private JsonNode casesOf(UUID submission) {
        return api.get(system.ports().review(), "/api/cases?submissionId=" + submission, "reviewer-1")
                .orThrow()
                .body()
                .path("items");
    }

    private Optional<String> caseOf(UUID submission) {
        JsonNode found = casesOf(submission);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(0).path("caseId").asString());
    }

    private void approve(String caseId, String reviewer) {
        int port = system.ports().review();
        Api.Answer shown = api.get(port, "/api/cases/" + caseId, reviewer).orThrow();
        if (DECIDED.equals(shown.body().path("state").asString())) {
            return;
        }
        Map<String, String> headers = Map.of(
                "If-Match", String.valueOf(shown.etag()), "Idempotency-Key", "approval-" + caseId + "-" + reviewer);
        api.post(port, "/api/cases/" + caseId + "/approvals", reviewer, "{}", headers)
                .orThrow();
        report.line(reviewer + " approved the automatic results");
    }

    private Optional<DecisionReleased> decisionOn(UUID submission) {
        return watch.find(
                        CaseEvent.class,
                        event -> event.getDecisionReleased() != null
                                && event.getDecisionReleased().getSubmissionId().equals(submission))
                .map(CaseEvent::getDecisionReleased);
    }

    private Optional<CertificationEvent> certificationOf(DecisionReleased decision) {
        return watch.find(
                CertificationEvent.class, event -> event.getCertificationId().equals(decision.getCertificationId()));
    }

    private Optional<List<Mailbox.Mail>> mailsSince(Set<String> before, String city, int expected) {
        List<Mailbox.Mail> fresh = system.mails().about(city).stream()
                .filter(mail -> !before.contains(mail.id()))
                .toList();
        return fresh.size() < expected ? Optional.empty() : Optional.of(fresh);
    }

    private static Set<String> idsOf(List<Mailbox.Mail> mails) {
        return mails.stream().map(Mailbox.Mail::id).collect(Collectors.toSet());
    }

    private static <T> T await(String what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new IllegalStateException("Waited " + PATIENCE.toSeconds() + " s for " + what + "; see the logs");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Demo accounts are named after the last part of the city's id. */
    private static String accountOf(String cityId) {
        return cityId.replaceFirst("^[a-z]{2}-[a-z0-9]+-", "");
    }

    private static JsonNode read(Path sample) {
        try {
            return JsonMapper.builder().build().readTree(Files.readAllBytes(sample));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + sample, e);
        }
    }
}
