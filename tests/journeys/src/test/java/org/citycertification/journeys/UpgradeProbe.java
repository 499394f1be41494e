package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.citycertification.local.Api;
import org.citycertification.local.LocalSystem;
import org.citycertification.platform.Mailbox;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;

/**
 * A submission that was sent, decided and mailed while it was certain which builds were at work: whatever is on record of it
 * was written by these and read by these.
 *
 * @param next services that ran the next build
 * @param contact the city's only contact, unknown before
 */
record UpgradeProbe(Set<String> next, UUID contact, UUID submission, String caseId) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Takes the city, under a contact that it did not have before, to its decision and to both mails. */
    static UpgradeProbe take(LocalSystem system, CarefulClient client, InventedCity city, Step step) {
        int letters = client.sentAbout(city.id()).size();
        UUID contact = UUID.randomUUID();
        String address = contact + "@" + city.account() + ".example";
        recordContact(new Api(system.ports()), system, city, contact, address);
        UUID submission = client.submit(city.account(), step.assessment());
        String caseId = client.caseOf(submission);
        client.approve(caseId);
        client.awaitDecision(city.account(), submission);
        await("letter and announcement of this step")
                .atMost(PATIENCE)
                .until(() -> client.sentAbout(city.id()).size() >= letters + 2);
        assertThat(recipients(system)).contains(address);
        return new UpgradeProbe(step.next(), contact, submission, caseId);
    }

    /** Which services run the next build, and what is sent. */
    record Step(Set<String> next, String assessment) {}

    private static void recordContact(Api api, LocalSystem system, InventedCity city, UUID contact, String address) {
        String path = "/api/cities/" + city.id();
        int port = system.ports().intake();
        String etag = api.get(port, path, "coordinator").orThrow().etag();
        String body = InventedCity.record(city.account(), contact, address);
        api.put(port, path, "coordinator", body, Map.of("If-Match", String.valueOf(etag)))
                .orThrow();
    }

    private static List<String> recipients(LocalSystem system) {
        return system.platform().mailbox().messages().stream()
                .map(Mailbox.Mail::envelopeTo)
                .flatMap(List::stream)
                .toList();
    }

    /** Each topic's records of this submission have the next build's field just where its owner ran the next build. */
    void assertWrittenByItsBuilds(List<WrittenRecord> all) {
        assertWritten(all, Topic.CONTACT, contact.toString(), 1);
        assertWritten(all, Topic.SUBMISSION, submission.toString(), 1);
        assertWritten(all, Topic.SCORECARD, submission.toString(), 1);
        assertWritten(all, Topic.CASE, caseId, 2);
        List<WrittenRecord> certified = all.stream()
                .filter(record -> record.topic().equals(Topics.CERTIFICATION))
                .filter(record -> record.text("certificationId").equals(certificationId(all)))
                .toList();
        assertFrom(certified, Topic.CERTIFICATION, 1);
    }

    private String certificationId(List<WrittenRecord> all) {
        return all.stream()
                .filter(record -> record.key().equals(caseId))
                .flatMap(record -> record.decision().stream())
                .map(decision -> String.valueOf(decision.get("certificationId")))
                .findFirst()
                .orElseThrow();
    }

    private void assertWritten(List<WrittenRecord> all, Topic topic, String key, int records) {
        List<WrittenRecord> some = all.stream()
                .filter(record ->
                        record.topic().equals(topic.topicName()) && record.key().equals(key))
                .toList();
        assertFrom(some, topic, records);
    }

    private void assertFrom(List<WrittenRecord> some, Topic topic, int atLeast) {
        assertThat(some)
                .as("%s while %s ran the next build", topic, next)
                .hasSizeGreaterThanOrEqualTo(atLeast)
                .allSatisfy(record -> assertThat(record.isOfNextBuild()).isEqualTo(next.contains(topic.owner())));
    }
}
