package org.citycertification.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.LetterState;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.Resolution;
import org.citycertification.schemas.deadletter.v1.Result;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.wire.Registries;
import org.junit.jupiter.api.Test;

/** What comes of a dead letter that an operator wants tried again. */
class RedriveTests extends ResolutionTest {

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
    void redrivesARecordWhoseSchemaHasBecomeKnown() throws Exception {
        UUID key = UUID.randomUUID();
        var registry = Registries.client(TestPlatform.shared().registryUrl());
        byte[] early = service.bytes(LetterService.event(key, 1));
        int id = registry.register("letters-probe-value", new AvroSchema(documented("probe"))) + 1;
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
    void refusesEachOfSeveralRecordsWhoseSchemaIsNotKnown() throws Exception {
        UUID key = UUID.randomUUID();
        for (long version = 1; version <= 3; version++) {
            byte[] early = service.bytes(LetterService.event(key, version));
            ByteBuffer.wrap(early).putInt(1, 1_000_000);
            service.send(key.toString(), early);
        }

        List<DeadLetterFile> letters = awaitLetters(key.toString(), 3);

        assertThat(letters)
                .allSatisfy(letter ->
                        assertThat(letter.letter().header(DeadLetter.REASON)).contains("knows no schema 1000000"));
        letters.forEach(letter -> awaitResult(service.resolve(letter, Action.DISCARD, "never deployed")));
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

    private static Schema documented(String doc) {
        String schema = SubmissionEvent.getClassSchema().toString();
        String old = "\"doc\":\"" + SubmissionEvent.getClassSchema().getDoc() + "\"";
        assertThat(schema).contains(old);
        return new Schema.Parser().parse(schema.replace(old, "\"doc\":\"" + doc + "\""));
    }
}
