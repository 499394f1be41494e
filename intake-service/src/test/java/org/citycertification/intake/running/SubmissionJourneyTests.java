package org.citycertification.intake.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.citycertification.intake.submission.domain.ContentHash;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class SubmissionJourneyTests {
    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void carriesASubmissionFromTheReceiptToItsDecision() {
        String city = intake.recorded("us-ma-journey");
        String token = intake.city(city);

        Reply receipt = intake.post(token, "journey-1", Bodies.ANSWERS);

        assertThat(receipt.status()).as(receipt.body()).isEqualTo(202);
        assertThat(receipt.header("Location")).isEqualTo("/api/submissions/" + receipt.at("/submissionId"));
        assertThat(receipt.at("/state")).isEqualTo("RECEIVED");
        assertThat(receipt.at("/cityId")).isEqualTo(city);
        assertThat(receipt.at("/receivedAt")).endsWith("Z");
        assertThat(receipt.json().path("next")).hasSize(3);
        assertThat(receipt.at("/next/1/by")).isEqualTo("reviewers of the programme");

        UUID id = UUID.fromString(receipt.at("/submissionId"));
        assertThat(intake.get("/api/submissions/" + id, token).at("/state")).isEqualTo("RECEIVED");

        var review = new CaseEvents(UUID.randomUUID(), id, city);
        intake.kafka.publish(review.opened(1));
        awaitState(id, token, "UNDER_REVIEW");
        intake.kafka.publish(review.released(2, 2, CertificationLevel.SILVER));
        Reply decided = awaitState(id, token, "CERTIFIED");

        assertThat(decided.json()
                        .path("timeline")
                        .valueStream()
                        .map(entry -> entry.path("step").asString()))
                .containsExactly("RECEIVED", "REVIEW_BEGAN", "DECIDED");
        assertThat(decided.at("/timeline/2/at")).isEqualTo("2026-11-05T10:00:00Z");
        assertThat(decided.at("/decision/level")).isEqualTo("SILVER");
        assertThat(decided.json().at("/decision/met").asInt()).isEqualTo(2);
        assertThat(decided.json().at("/decision/outOf").asInt()).isEqualTo(3);
        assertThat(decided.at("/decision/byArea/1/name")).isEqualTo("Leadership");
        assertThat(decided.at("/decision/roadmap/0/criterion")).isEqualTo("LC1");
        assertThat(decided.at("/decision/roadmap/0/missing/0")).isEqualTo("One checklist item is missing.");
        assertThat(decided.body()).doesNotContain("private reason");
    }

    @Test
    void publishesTheWholeVersionWithACopyOfTheCity() {
        String city = intake.recorded("us-ma-published");
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        Reply receipt = intake.post(
                intake.city(city),
                "published-1",
                Bodies.ANSWERS,
                "traceparent",
                "00-" + trace + "-00f067aa0ba902b7-01");

        String id = receipt.at("/submissionId");
        var records = intake.kafka.await(Topics.SUBMISSION, id, 1);
        assertThat(records).hasSize(1);
        SubmissionEvent event = intake.kafka.decode(records.get(0), SubmissionEvent.class);
        assertThat(event.getVersion()).isEqualTo(1);
        assertThat(event.getSubmissionId()).hasToString(id);
        var received = event.getReceived();
        assertThat(received.getCityId()).isEqualTo(city);
        assertThat(received.getCycleId()).isEqualTo("rolling");
        assertThat(received.getCity().getName()).isEqualTo("Ciudad Inventada");
        assertThat(received.getCity().getPopulation()).isEqualTo(118_403);
        assertThat(received.getContactIds()).hasSize(1);
        assertThat(received.getSubmittedBy()).isEqualTo("person-ana-of-" + city);
        assertThat(received.getContentHash()).isEqualTo(receipt.at("/contentHash"));
        assertThat(received.getAnswers()).hasSize(2);
        assertThat(received.getAnswers().get(0).getChecklist()).containsExactly("DM1.a", "DM1.b");
        assertThat(received.getAnswers().get(0).getEvidence().get(0).getDate()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(header(records.get(0), "traceparent")).startsWith("00-" + trace);
        assertThat(header(records.get(0), "ce_type")).contains("SubmissionReceived");
    }

    @Test
    void givesTheTextThatTheContentHashIsTakenOf() {
        String city = intake.recorded("us-ma-hashed");
        Reply receipt = intake.post(intake.city(city), "hashed-1", Bodies.ANSWERS);

        Reply text = intake.get(receipt.at("/links/assessment"), intake.city(city));

        assertThat(text.status()).isEqualTo(200);
        assertThat(ContentHash.of(text.body()).value()).isEqualTo(receipt.at("/contentHash"));
    }

    @Test
    void letsACityThatWasNotCertifiedTryAgain() {
        String city = intake.recorded("us-ma-again");
        String token = intake.city(city);
        UUID first =
                UUID.fromString(intake.post(token, "again-1", Bodies.ANSWERS).at("/submissionId"));
        var review = new CaseEvents(UUID.randomUUID(), first, city);
        intake.kafka.publish(review.opened(1));
        intake.kafka.publish(review.released(2, 1, null));
        Reply decided = awaitState(first, token, "NOT_CERTIFIED");
        assertThat(decided.json().at("/decision/level").isNull()).isTrue();
        assertThat(decided.json().at("/decision/roadmap")).hasSize(2);

        Reply second = intake.post(token, "again-2", Bodies.ANSWERS);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.at("/submissionId")).isNotEqualTo(first.toString());
    }

    @Test
    void takesADecisionTwiceWithoutEffect() {
        String city = intake.recorded("us-ma-twice");
        String token = intake.city(city);
        UUID id = UUID.fromString(intake.post(token, "twice-1", Bodies.ANSWERS).at("/submissionId"));
        var review = new CaseEvents(UUID.randomUUID(), id, city);
        intake.kafka.publish(review.opened(1));
        var released = review.released(2, 3, CertificationLevel.PLATINUM);
        intake.kafka.publish(released);
        intake.kafka.publish(released);
        intake.kafka.publish(review.released(3, 1, null));

        awaitNews(id, 3);

        Reply decided = intake.get("/api/submissions/" + id, token);
        assertThat(decided.at("/state")).isEqualTo("CERTIFIED");
        assertThat(decided.at("/decision/level")).isEqualTo("PLATINUM");
        assertThat(decided.json().path("timeline")).hasSize(3);
        assertThat(intake.owner()
                        .sql("select outcome from case_news where submission_id = :id order by occurred_at, outcome")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "MOVED_TO_UNDER_REVIEW", "MOVED_TO_CERTIFIED", "NO_EFFECT_CONTRADICTS_DECISION");
    }

    @Test
    void putsNewsOfAnUnknownSubmissionAsideForAnOperator() {
        UUID caseId = UUID.randomUUID();
        intake.kafka.publish(new CaseEvents(caseId, UUID.randomUUID(), "us-ma-nowhere").opened(1));

        var letters = intake.kafka.await(Topics.deadLetters(Topics.CASE, "intake"), caseId.toString(), 1);

        assertThat(header(letters.get(0), "dl_reason")).contains("which intake does not have");
    }

    @Test
    void putsNewsForTheWrongCityAside() {
        String city = intake.recorded("us-ma-right");
        UUID id = UUID.fromString(
                intake.post(intake.city(city), "right-1", Bodies.ANSWERS).at("/submissionId"));
        UUID caseId = UUID.randomUUID();
        intake.kafka.publish(new CaseEvents(caseId, id, "us-ma-wrong").opened(1));

        intake.kafka.await(Topics.deadLetters(Topics.CASE, "intake"), caseId.toString(), 1);

        assertThat(intake.get("/api/submissions/" + id, intake.city(city)).at("/state"))
                .isEqualTo("RECEIVED");
    }

    @Test
    void waitsWithACaseThatTellsOfSomethingNew() {
        UUID caseId = UUID.randomUUID();
        intake.kafka.publish(new CaseEvents(caseId, UUID.randomUUID(), "us-ma-new-kind").unknownKind(1));

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> intake.owner()
                                .sql("select count(*) from parked where message_key = :key")
                                .param("key", caseId.toString())
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private void awaitNews(UUID submission, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> intake.owner()
                                .sql("select count(*) from case_news where submission_id = :id")
                                .param("id", submission)
                                .query(Integer.class)
                                .single()
                        == count);
    }

    private Reply awaitState(UUID submission, String token, String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> intake.get("/api/submissions/" + submission, token),
                        reply -> state.equals(reply.at("/state")));
    }

    private static String header(org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
