package org.citycertification.scoring.scorecard.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.SubmissionReceived;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.scoring.v1.SubmissionScored;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.EditionApi;
import org.citycertification.scoring.ScoringPlatform;
import org.citycertification.scoring.edition.EditionFixtures;
import org.citycertification.scoring.edition.EditionHash;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.file.EditionFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever happens to editions, a submission is scored against the one that it names, in a service that goes on running. */
class OldResultsKafkaTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SAMPLE = "cambridge-ma.json";

    private static final WireFormat WIRE = ScoringPlatform.wire();

    private static ScoringPlatform.Instance scoring;

    @BeforeAll
    static void start() {
        scoring = ScoringPlatform.start(EditionApi.trust());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                EditionApi.get(scoring, "/api/editions/2022-r1").statusCode())
                        .isEqualTo(200));
    }

    @AfterAll
    static void stop() {
        scoring.close();
    }

    @Test
    void aNewEditionChangesNoOldResult() throws Exception {
        var old = UUID.randomUUID();
        var received = SubmissionEventFixtures.sample(SAMPLE);
        deliver(old, 1, received);
        var before = answers(old, 1);

        publish("old-results-1");
        publish("old-results-2");
        deliver(old, 1, received);
        deliver(old, 2, received);
        var second = UUID.randomUUID();
        deliver(second, 1, received);

        var after = answers(old, 3);
        assertThat(scored(before.get(0)).getEditionHash())
                .isEqualTo(EditionHash.of(EditionFixtures.shipped()).hex());
        assertThat(after.get(1).value())
                .as("the same version, once more")
                .isEqualTo(before.get(0).value());
        assertThat(scored(after.get(2))).as("a later version").isEqualTo(scored(before.get(0)));
        assertThat(scored(answers(second, 1).get(0))).as("another submission").isEqualTo(scored(before.get(0)));
    }

    @Test
    void theNewEditionItselfScoresOtherwise() throws Exception {
        publish("old-results-3");
        var old = UUID.randomUUID();
        var latest = UUID.randomUUID();

        deliver(old, 1, SubmissionEventFixtures.meeting(43, EditionFixtures.shipped()));
        deliver(latest, 1, naming("old-results-3", SubmissionEventFixtures.meeting(43, withoutCi3())));

        assertThat(scored(answers(old, 1).get(0)).getOutOf()).isEqualTo(43);
        assertThat(scored(answers(latest, 1).get(0)).getOutOf()).isEqualTo(42);
    }

    @Test
    void aRetiredEditionGoesOnForThoseThatNameIt() throws Exception {
        publish("old-results-4");
        var old = UUID.randomUUID();
        var received = naming("old-results-4", SubmissionEventFixtures.meeting(30, withoutCi3()));
        deliver(old, 1, received);
        var before = answers(old, 1);

        var retired = EditionApi.retire(scoring, "old-results-4", "Replaced.");
        deliver(old, 1, received);
        deliver(old, 2, received);

        assertThat(retired.statusCode()).as(retired.body()).isEqualTo(201);
        var after = answers(old, 3);
        assertThat(after.get(1).value()).isEqualTo(before.get(0).value());
        assertThat(scored(after.get(2))).isEqualTo(scored(before.get(0)));
    }

    private static void publish(String id) throws Exception {
        var published = EditionApi.put(scoring, id, EditionApi.draft(id));
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
    }

    private static Edition withoutCi3() throws Exception {
        return new EditionFile().read(EditionApi.draft("any").getBytes(UTF_8)).fold(edition -> edition, problems -> {
            throw new AssertionError(problems);
        });
    }

    private static SubmissionReceived naming(String edition, SubmissionReceived received) {
        return SubmissionEventFixtures.received(edition, received.getAnswers());
    }

    private static void deliver(UUID submission, long version, SubmissionReceived received) {
        var value = WIRE.encode(Topics.SUBMISSION, SubmissionEventFixtures.event(submission, version, received));
        ScoringPlatform.send(List.of(
                new ProducerRecord<>(Topics.SUBMISSION, submission.toString().getBytes(UTF_8), value)));
    }

    private static List<ConsumerRecord<byte[], byte[]>> answers(UUID submission, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> ScoringPlatform.all(Topics.SCORECARD).stream()
                                .filter(record -> ScoringPlatform.key(record).equals(submission.toString()))
                                .toList(),
                        found -> found.size() >= count);
    }

    private static SubmissionScored scored(ConsumerRecord<byte[], byte[]> record) {
        return WIRE.decode(record.value(), ScorecardEvent.class).getScored();
    }
}
