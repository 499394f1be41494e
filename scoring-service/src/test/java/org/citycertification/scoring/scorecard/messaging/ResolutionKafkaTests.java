package org.citycertification.scoring.scorecard.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citycertification.scoring.edition.EditionFixtures.shipped;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.DeadLetterLog;
import org.citycertification.schemas.deadletter.LetterState;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Outcome;
import org.citycertification.schemas.deadletter.v1.Resolution;
import org.citycertification.schemas.deadletter.v1.Result;
import org.citycertification.schemas.intake.v1.SubmissionReceived;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.ScoringPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Dead letters of a service that has nothing but the topics to know them by, on two instances. */
@Tag("adapters")
@Tag("full")
class ResolutionKafkaTests {

    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.SUBMISSION, "scoring");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNPUBLISHED = "1999-r9";

    private static ScoringPlatform.Instance first;
    private static ScoringPlatform.Instance second;
    private static WireFormat wire;

    @BeforeAll
    static void start() {
        wire = ScoringPlatform.wire();
        startBoth();
    }

    private static void startBoth() {
        first = ScoringPlatform.start();
        second = ScoringPlatform.start();
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
    }

    @Test
    void answersADiscardedVersionSoThatReadersGoOn() {
        var id = UUID.randomUUID();
        send(record(id, 1, SubmissionEventFixtures.received(UNPUBLISHED, List.of())));
        send(record(id, 2, SubmissionEventFixtures.meeting(3, shipped())));
        var letter = awaitLetters(id.toString(), 1).get(0);

        var asked = resolve(letter, Action.DISCARD, "The edition never existed", null);
        var twice = resolve(letter, Action.DISCARD, "again", null);

        assertThat(awaitResult(asked)).isEqualTo(Result.DISCARDED);
        assertThat(awaitResult(twice)).isEqualTo(Result.NO_EFFECT);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers(id))
                        .extracting(ScorecardEvent::getVersion)
                        .containsExactlyInAnyOrder(1L, 2L));
        assertThat(answers(id))
                .filteredOn(answer -> answer.getVersion() == 1)
                .singleElement()
                .satisfies(answer -> assertThat(answer.getNotScored().getReason())
                        .isEqualTo("This version was left out by an operator: The edition never existed"));
    }

    @Test
    void opensANewLetterWhenARedriveFails() {
        var id = UUID.randomUUID();
        send(record(id, 1, SubmissionEventFixtures.received(UNPUBLISHED, List.of())));
        var letter = awaitLetters(id.toString(), 1).get(0);

        assertThat(awaitResult(resolve(letter, Action.REDRIVE, "perhaps", null)))
                .isEqualTo(Result.FAILED_AGAIN);
        assertThat(awaitResult(resolve(letter, Action.REDRIVE, "the old letter", null)))
                .isEqualTo(Result.NO_EFFECT);

        var letters = awaitLetters(id.toString(), 2);
        assertThat(letters)
                .extracting(DeadLetterFile::state)
                .containsExactly(LetterState.FAILED_AGAIN, LetterState.OPEN);
        assertThat(letters.get(1).letter().attempt()).isEqualTo(2);
        assertThat(letters.get(1).letter().sourceOffset())
                .isEqualTo(letter.letter().sourceOffset());
        assertThat(answers(id)).isEmpty();
    }

    @Test
    void scoresOnceARedrivenRecordThatCanBeScoredNow() {
        var id = UUID.randomUUID();
        var submission = record(id, 1, SubmissionEventFixtures.meeting(5, shipped()));
        var letter = letterOfBefore(submission);
        first.close();
        second.close();
        var asked = resolve(letter, Action.REDRIVE, "The edition is published now", null);
        var twice = resolve(letter, Action.REDRIVE, "twice", null);
        startBoth();

        assertThat(awaitResult(asked)).isEqualTo(Result.APPLIED);
        assertThat(awaitResult(twice)).isEqualTo(Result.NO_EFFECT);
        assertThat(answers(id))
                .singleElement()
                .satisfies(answer -> assertThat(answer.getScored().getMet()).isEqualTo(5));
        assertThat(awaitLetters(id.toString(), 1).get(0).state()).isEqualTo(LetterState.REDRIVEN);
        assertThat(ScoringPlatform.all(Topics.SUBMISSION))
                .filteredOn(record -> ScoringPlatform.key(record).equals(id.toString()))
                .as("nothing is written to the source topic")
                .isEmpty();
    }

    @Test
    void asksForTheVersionOfARecordThatNobodyCanRead() {
        var id = UUID.randomUUID();
        var whole = record(id, 1, SubmissionEventFixtures.meeting(1, shipped()));
        send(new ProducerRecord<>(whole.topic(), whole.key(), Arrays.copyOf(whole.value(), whole.value().length / 2)));
        var letter = awaitLetters(id.toString(), 1).get(0);

        assertThat(awaitResult(resolve(letter, Action.DISCARD, "broken", null))).isEqualTo(Result.NO_EFFECT);
        assertThat(answers(id)).isEmpty();
        assertThat(awaitLetters(id.toString(), 1).get(0).state()).isEqualTo(LetterState.OPEN);

        assertThat(awaitResult(resolve(letter, Action.DISCARD, "broken", 1L))).isEqualTo(Result.DISCARDED);
        assertThat(answers(id)).extracting(ScorecardEvent::getVersion).containsExactly(1L);
    }

    @Test
    void closesALetterForWhichNobodyWaits() {
        var key = "rubbish-" + UUID.randomUUID();
        send(new ProducerRecord<>(Topics.SUBMISSION, key.getBytes(UTF_8), new byte[] {9, 9}));
        var letter = awaitLetters(key, 1).get(0);

        assertThat(awaitResult(resolve(letter, Action.DISCARD, "rubbish", null)))
                .isEqualTo(Result.DISCARDED);
    }

    @Test
    void showsHowManyLettersAreOpen() {
        var id = UUID.randomUUID();
        send(record(id, 1, SubmissionEventFixtures.received(UNPUBLISHED, List.of())));
        var letter = awaitLetters(id.toString(), 1).get(0);
        var health = first.context().getBean("consumersHealthIndicator", HealthIndicator.class);
        awaitShown(health, open());
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        long before = open();
        awaitResult(resolve(letter, Action.DISCARD, "seen", null));
        assertThat(open()).isEqualTo(before - 1);
        awaitShown(health, before - 1);
    }

    private static long open() {
        return letters(null).stream().filter(file -> file.state().isOpen()).count();
    }

    private static void awaitShown(HealthIndicator health, long open) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(health.health().getDetails()).containsEntry("deadLetters", open));
    }

    /** A letter as scoring wrote it when it could not score what it can score now. */
    private static DeadLetterFile letterOfBefore(ProducerRecord<byte[], byte[]> submission) {
        var letter = new ProducerRecord<>(DEAD_LETTERS, 2, submission.key(), submission.value());
        letter.headers().add(DeadLetter.SOURCE_TOPIC, Topics.SUBMISSION.getBytes(UTF_8));
        letter.headers().add(DeadLetter.SOURCE_OFFSET, "4711".getBytes(UTF_8));
        letter.headers().add(DeadLetter.REASON, "Edition 2022-r1 is not published".getBytes(UTF_8));
        send(letter);
        return awaitLetters(new String(submission.key(), UTF_8), 1).get(0);
    }

    private static void send(ProducerRecord<byte[], byte[]> record) {
        ScoringPlatform.send(List.of(record));
    }

    private static ProducerRecord<byte[], byte[]> record(UUID id, long version, SubmissionReceived received) {
        var event = SubmissionEventFixtures.event(id, version, received);
        return new ProducerRecord<>(
                Topics.SUBMISSION, id.toString().getBytes(UTF_8), wire.encode(Topics.SUBMISSION, event));
    }

    private static UUID resolve(DeadLetterFile file, Action action, String reason, Long version) {
        var letter = file.letter().record();
        var event = DeadLetterEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.parse("2026-11-23T10:00:00Z"))
                .setLetterOffset(letter.offset())
                .setResolution(new Resolution(action, "op-1", reason, version))
                .build();
        send(new ProducerRecord<>(DEAD_LETTERS, letter.partition(), letter.key(), wire.encode(DEAD_LETTERS, event)));
        return event.getEventId();
    }

    private static List<DeadLetterFile> awaitLetters(String key, int count) {
        await().atMost(PATIENCE).until(() -> letters(key).size() == count);
        return letters(key);
    }

    private static List<DeadLetterFile> letters(String key) {
        var log = new DeadLetterLog(wire);
        ScoringPlatform.all(DEAD_LETTERS).forEach(log::add);
        return log.files().stream()
                .filter(file -> key == null || file.letter().key().equals(key))
                .toList();
    }

    private static Result awaitResult(UUID asked) {
        await().atMost(PATIENCE).until(() -> !results(asked).isEmpty());
        assertThat(results(asked)).hasSize(1);
        return results(asked).get(0);
    }

    private static List<Result> results(UUID asked) {
        return ScoringPlatform.all(DEAD_LETTERS).stream()
                .map(record -> DeadLetterLog.event(wire, record))
                .filter(Objects::nonNull)
                .map(DeadLetterEvent::getOutcome)
                .filter(outcome -> outcome != null && outcome.getResolutionId().equals(asked))
                .map(Outcome::getResult)
                .toList();
    }

    private static List<ScorecardEvent> answers(UUID id) {
        return ScoringPlatform.all(Topics.SCORECARD).stream()
                .filter(record -> ScoringPlatform.key(record).equals(id.toString()))
                .map(record -> wire.decode(record.value(), ScorecardEvent.class))
                .toList();
    }
}
