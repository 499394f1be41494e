package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citycertification.local.Api;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.TopicWatch;
import org.citycertification.platform.Mailbox;
import org.citycertification.schemas.Topics;
import org.junit.jupiter.api.Test;

/** The trace that a city's request brings along is found wherever the submission goes, up to the mail. */
class OneTraceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Test
    void runsFromThePostThroughEachTopicAndLogToTheMails() throws Exception {
        LocalSystem system = SharedSystem.running();
        InventedCity city = InventedCity.known(system.running(), new Api(system.ports()), "city-10");
        try (TopicWatch watch = SharedSystem.watch(system)) {
            UUID submission =
                    city.submit("cambridge-ma.json", Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
            String caseId = city.caseOf(submission);
            city.approve(system.ports().review(), caseId, "reviewer-1");
            city.approve(system.ports().review(), caseId, "reviewer-2");
            List<Mailbox.Mail> mails = city.mails(2);

            List<String> keys = List.of(submission.toString(), caseId, city.id());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(records(watch, keys))
                            .extracting(TopicWatch.Seen::type)
                            .contains(
                                    "SubmissionReceived",
                                    "SubmissionScored",
                                    "CaseOpened",
                                    "DecisionReleased",
                                    "CityCertified"));
            assertThat(records(watch, keys))
                    .extracting(TopicWatch.Seen::traceparent)
                    .allSatisfy(carried -> assertThat(carried).startsWith("00-" + trace + "-"));
            assertThat(logged(system, "intake")).isNotEmpty();
            assertThat(logged(system, "scoring")).anyMatch(line -> line.contains(submission.toString()));
            assertThat(logged(system, "review")).anyMatch(line -> line.contains("Deciding case " + caseId));
            for (Mailbox.Mail mail : mails) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(logged(system, "notification"))
                                .anyMatch(line -> line.contains(mail.messageId())));
            }
        }
    }

    /** What was written about these, on any topic but that of the contacts. */
    private static List<TopicWatch.Seen> records(TopicWatch watch, List<String> keys) {
        return watch.all().stream()
                .filter(seen -> keys.contains(seen.key()))
                .filter(seen -> !seen.topic().equals(Topics.CONTACT))
                .toList();
    }

    /** Lines of a service's structured log that belong to the trace. */
    private List<String> logged(LocalSystem system, String service) throws IOException {
        try (var lines = Files.lines(system.service(service).logFile())) {
            return lines.filter(line -> line.contains("\"trace.id\":\"" + trace + "\""))
                    .toList();
        }
    }
}
