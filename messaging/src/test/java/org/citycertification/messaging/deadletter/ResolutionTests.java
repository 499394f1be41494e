package org.citycertification.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.LetterState;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Resolution;
import org.citycertification.schemas.deadletter.v1.Result;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.wire.Registries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** What operators can do about dead letters, on two instances of a service with a real broker, registry and database. */
@Tag("full")
class ResolutionTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static LetterService service;

    @BeforeAll
    static void start() throws Exception {
        service = new LetterService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void redrivesARepairedRecordAndAppliesWhatWasParkedBehindIt() {
        UUID key = UUID.randomUUID();
        DeadLetterFile letter = letterOfTheSecond(key);
        awaitParked(key, 2);

        LetterService.isRepairedFor(LetterService.event(key, 2));
        UUID asked = service.resolve(letter, Action.REDRIVE, "The handler was repaired");

        assertThat(awaitResult(asked)).isEqualTo(Result.APPLIED);
        awaitApplied(key, 1, 2, 3, 4);
        assertThat(only(key).state()).isEqualTo(LetterState.REDRIVEN);
        assertThat(only(key).history().get(0).getResolution())
                .isEqualTo(new Resolution(Action.REDRIVE, "op-1", "The handler was repaired", null));
        assertThat(service.records(LetterService.IN).stream()
                        .filter(record ->
                                Arrays.equals(record.key(), key.toString().getBytes(UTF_8))))
                .as("nothing is written to the source topic again")
                .hasSize(4);
    }

    @Test
    void changesNothingWhenARecordIsRedrivenTwice() {
        UUID key = UUID.randomUUID();
        DeadLetterFile letter = letterOfTheSecond(key);

        LetterService.isRepairedFor(LetterService.event(key, 2));
        UUID first = service.resolve(letter, Action.REDRIVE, "once");
        UUID second = service.resolve(letter, Action.REDRIVE, "twice");
        UUID third = service.resolve(letter, Action.DISCARD, "and now away with it");

        assertThat(awaitResult(first)).isEqualTo(Result.APPLIED);
        assertThat(awaitResult(second)).isEqualTo(Result.NO_EFFECT);
        assertThat(awaitResult(third)).isEqualTo(Result.NO_EFFECT);
        awaitApplied(key, 1, 2, 3, 4);
        assertThat(only(key).state()).isEqualTo(LetterState.REDRIVEN);
    }

    @Test
    void opensANewLetterWhenARedriveFails() {
        UUID key = UUID.randomUUID();
        DeadLetterFile letter = letterOfTheSecond(key);

        UUID failing = service.resolve(letter, Action.REDRIVE, "too early");
        assertThat(awaitResult(failing)).isEqualTo(Result.FAILED_AGAIN);
        UUID stale = service.resolve(letter, Action.REDRIVE, "the old letter");
        assertThat(awaitResult(stale)).isEqualTo(Result.NO_EFFECT);
        List<DeadLetterFile> letters = awaitLetters(key.toString(), 2);

        assertThat(letters)
                .extracting(DeadLetterFile::state)
                .containsExactly(LetterState.FAILED_AGAIN, LetterState.OPEN);
        assertThat(letters.get(1).letter().attempt()).isEqualTo(2);
        assertThat(letters.get(1).letter().sourceOffset())
                .isEqualTo(letter.letter().sourceOffset());
        assertThat(letters.get(1).letter().header(DeadLetter.REASON)).contains("meant to fail");
        assertThat(service.applied(key)).containsExactly(1L);

        LetterService.isRepairedFor(LetterService.event(key, 2));
        assertThat(awaitResult(service.resolve(letters.get(1), Action.REDRIVE, "now")))
                .isEqualTo(Result.APPLIED);
        awaitApplied(key, 1, 2, 3, 4);
    }

    @Test
    void goesOnWithoutADiscardedRecord() {
        UUID key = UUID.randomUUID();
        DeadLetterFile letter = letterOfTheSecond(key);
        awaitParked(key, 2);

        UUID asked = service.resolve(letter, Action.DISCARD, "It was sent by mistake");

        assertThat(awaitResult(asked)).isEqualTo(Result.DISCARDED);
        awaitApplied(key, 1, 3, 4);
        awaitParked(key, 0);
        assertThat(only(key).state()).isEqualTo(LetterState.DISCARDED);
    }

    @Test
    void goesOnWithoutUndecodableRecordsOnceAllOfThemAreDiscarded() {
        UUID key = UUID.randomUUID();
        service.send(LetterService.event(key, 1));
        service.send(key.toString(), cut(LetterService.event(key, 2)));
        service.send(key.toString(), cut(LetterService.event(key, 3)));
        service.send(LetterService.event(key, 4));
        List<DeadLetterFile> letters = awaitLetters(key.toString(), 2);
        awaitParked(key, 1);

        assertThat(awaitResult(service.resolve(letters.get(1), Action.DISCARD, "broken")))
                .isEqualTo(Result.DISCARDED);
        assertThat(awaitResult(service.resolve(letters.get(0), Action.REDRIVE, "perhaps")))
                .isEqualTo(Result.FAILED_AGAIN);
        assertThat(service.applied(key)).as("the other one may still come").containsExactly(1L);

        DeadLetterFile again = awaitLetters(key.toString(), 3).get(2);
        service.resolve(again, Action.DISCARD, "broken too");

        awaitApplied(key, 1, 4);
        awaitParked(key, 0);
    }

    @Test
    void goesOnWithWhatComesAfterAnUndecodableRecordWasDiscarded() {
        UUID key = UUID.randomUUID();
        service.send(LetterService.event(key, 1));
        service.send(key.toString(), cut(LetterService.event(key, 2)));
        DeadLetterFile letter = awaitLetters(key.toString(), 1).get(0);
        awaitResult(service.resolve(letter, Action.DISCARD, "broken"));

        service.send(LetterService.event(key, 3));
        awaitApplied(key, 1, 3);

        service.send(LetterService.event(key, 5));
        awaitParked(key, 1);
        service.send(LetterService.event(key, 4));
        awaitApplied(key, 1, 3, 4, 5);
    }

    @Test
    void redrivesARecordWhoseSchemaHasBecomeKnown() throws Exception {
        UUID key = UUID.randomUUID();
        var registry = Registries.client(TestPlatform.shared().registryUrl());
        int id = registry.register("letters-probe-value", new AvroSchema(documented("probe"))) + 1;
        byte[] early = service.bytes(LetterService.event(key, 1));
        ByteBuffer.wrap(early).putInt(1, id);
        service.send(key.toString(), early);
        DeadLetterFile letter = awaitLetters(key.toString(), 1).get(0);
        assertThat(letter.letter().header(DeadLetter.REASON)).contains("knows no schema " + id);

        assertThat(registry.register("letters-late-value", new AvroSchema(documented("late"))))
                .isEqualTo(id);

        assertThat(awaitResult(service.resolve(letter, Action.REDRIVE, "The schema was deployed")))
                .isEqualTo(Result.APPLIED);
        awaitApplied(key, 1);
    }

    @Test
    void carriesOutOnceAfterARestartWhatWasAskedWhileNoInstanceRan() {
        UUID key = UUID.randomUUID();
        DeadLetterFile letter = letterOfTheSecond(key);
        service.stopInstances();
        LetterService.isRepairedFor(LetterService.event(key, 2));
        UUID asked = service.resolve(letter, Action.REDRIVE, "while it was down");

        service.startInstances();
        assertThat(awaitResult(asked)).isEqualTo(Result.APPLIED);
        awaitApplied(key, 1, 2, 3, 4);
        service.jdbc()
                .sql("update consumer_offset set next_offset = 0 where topic in (?, ?)")
                .params(LetterService.IN, LetterService.DEAD)
                .update();
        service.stopInstances();
        service.startInstances();
        UUID other = UUID.randomUUID();
        DeadLetterFile after = letterOfTheSecond(other);
        awaitResult(service.resolve(after, Action.DISCARD, "marks the end of the replay"));

        awaitApplied(key, 1, 2, 3, 4);
        assertThat(only(key).state()).isEqualTo(LetterState.REDRIVEN);
    }

    @Test
    void saysWhenNothingIsThereToResolve() {
        UUID key = UUID.randomUUID();
        DeadLetterFile letter = letterOfTheSecond(key);
        int partition = letter.letter().record().partition();
        byte[] name = key.toString().getBytes(UTF_8);
        var wish = new Resolution(Action.REDRIVE, "op-1", "a typing mistake", null);

        assertThat(awaitResult(service.resolve(partition, 1_000_000, name, wish)))
                .isEqualTo(Result.NO_EFFECT);
        assertThat(awaitResult(service.resolve(partition, -1, name, wish))).isEqualTo(Result.NO_EFFECT);
        assertThat(only(key).state()).isEqualTo(LetterState.OPEN);
    }

    @Test
    void isNotHeldUpByAKeyThatIsNoTextOrIsMissing() {
        UUID key = UUID.randomUUID();
        String nul = "\0" + key;

        service.send(nul, new byte[] {9});
        service.sendWithoutKey(0, new byte[] {9});
        service.sendWithoutKey(1, new byte[] {9});
        service.sendWithoutKey(2, new byte[] {9});
        service.send(key.toString(), new byte[] {9});
        service.send(LetterService.event(key, 1));

        awaitApplied(key, 1);
        DeadLetterFile letter = awaitLetters(nul, 1).get(0);
        assertThat(awaitResult(service.resolve(letter, Action.DISCARD, "rubbish")))
                .isEqualTo(Result.DISCARDED);
        for (DeadLetterFile file : awaitLetters("", 3)) {
            assertThat(awaitResult(service.resolve(file, Action.DISCARD, "rubbish")))
                    .isEqualTo(Result.DISCARDED);
        }
    }

    @Test
    void showsOpenLettersAsTroubleUntilTheyAreClosed() {
        HealthIndicator health = service.bean("consumersHealthIndicator", HealthIndicator.class);
        UUID key = UUID.randomUUID();
        long before = open();
        DeadLetterFile letter = letterOfTheSecond(key);

        assertThat(open()).isEqualTo(before + 1);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("deadLetters", before + 1);

        awaitResult(service.resolve(letter, Action.DISCARD, "seen"));
        assertThat(open()).isEqualTo(before);
    }

    @Test
    void appliesWhatIsDueAlthoughNoRecordRemindsOfIt() {
        UUID key = UUID.randomUUID();
        service.send(LetterService.event(key, 2));
        awaitParked(key, 1);

        service.jdbc()
                .sql("update gate set version = 1 where message_key = ?")
                .param(key.toString())
                .update();

        awaitApplied(key, 2);
    }

    /** Sends versions 1 to 4, of which the second fails whenever it is applied. */
    private static DeadLetterFile letterOfTheSecond(UUID key) {
        LetterService.failsOn(LetterService.event(key, 2));
        for (long version = 1; version <= 4; version++) {
            service.send(LetterService.event(key, version));
        }
        return awaitLetters(key.toString(), 1).get(0);
    }

    private static byte[] cut(SubmissionEvent event) {
        byte[] whole = service.bytes(event);
        return Arrays.copyOf(whole, whole.length - 3);
    }

    private static Schema documented(String doc) {
        String schema = SubmissionEvent.getClassSchema().toString();
        String old = "\"doc\":\"" + SubmissionEvent.getClassSchema().getDoc() + "\"";
        assertThat(schema).contains(old);
        return new Schema.Parser().parse(schema.replace(old, "\"doc\":\"" + doc + "\""));
    }

    private static DeadLetterFile only(UUID key) {
        List<DeadLetterFile> letters = service.letters(key.toString());
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private static List<DeadLetterFile> awaitLetters(String key, int count) {
        await().atMost(PATIENCE).until(() -> service.letters(key).size() == count);
        return service.letters(key);
    }

    private static Result awaitResult(UUID asked) {
        await().atMost(PATIENCE).until(() -> result(asked) != null);
        return result(asked);
    }

    private static Result result(UUID asked) {
        return service.events().stream()
                .map(DeadLetterEvent::getOutcome)
                .filter(outcome -> outcome != null && outcome.getResolutionId().equals(asked))
                .map(outcome -> outcome.getResult())
                .findFirst()
                .orElse(null);
    }

    private static void awaitApplied(UUID key, long... versions) {
        List<Long> expected = Arrays.stream(versions).boxed().toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.applied(key)).isEqualTo(expected));
    }

    private static void awaitParked(UUID key, long count) {
        await().atMost(PATIENCE)
                .until(() -> service.jdbc()
                                .sql("select count(*) from parked where message_key = ?")
                                .param(key.toString())
                                .query(Long.class)
                                .single()
                        == count);
    }

    private static long open() {
        return service.jdbc()
                .sql("select count(*) from dead_letter where state = 'OPEN'")
                .query(Long.class)
                .single();
    }
}
