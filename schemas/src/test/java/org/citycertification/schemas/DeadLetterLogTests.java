package org.citycertification.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.DeadLetterLog;
import org.citycertification.schemas.deadletter.LetterState;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Outcome;
import org.citycertification.schemas.deadletter.v1.Resolution;
import org.citycertification.schemas.deadletter.v1.Result;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the records of a dead-letter topic say about each letter. */
@Tag("adapters")
class DeadLetterLogTests {
    private static final String TOPIC = "some.thing.internal.v1.reader.dlt";
    private static final UUID FIRST = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID SECOND = UUID.fromString("22222222-2222-4222-8222-222222222222");

    private static WireFormat wire;
    private DeadLetterLog log;

    @BeforeAll
    static void start() {
        wire = new WireFormat(
                Registries.client(TestPlatform.shared(Part.REGISTRY).registryUrl()), true);
    }

    @BeforeEach
    void empty() {
        log = new DeadLetterLog(wire);
    }

    @Test
    void isOpenUntilSomethingIsDoneAboutIt() {
        log.add(letter(0, 17, 1));

        assertThat(state(0)).isEqualTo(LetterState.OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "APPLIED, REDRIVEN",
        "ALREADY_APPLIED, REDRIVEN",
        "PARKED, REDRIVEN",
        "DISCARDED, DISCARDED",
        "FAILED_AGAIN, FAILED_AGAIN",
        "NO_EFFECT, OPEN"
    })
    void becomesWhatTheServiceAnswers(Result result, LetterState expected) {
        log.add(letter(0, 17, 1));
        log.add(record(1, resolution(0, FIRST)));
        assertThat(state(0)).isEqualTo(LetterState.PENDING);

        log.add(record(2, outcome(0, FIRST, result)));

        assertThat(state(0)).isEqualTo(expected);
        assertThat(log.at(new TopicPartition(TOPIC, 0), 0).orElseThrow().history())
                .hasSize(2);
    }

    @Test
    void staysClosedWhateverIsAskedAfterwards() {
        log.add(letter(0, 17, 1));
        log.add(record(1, resolution(0, FIRST)));
        log.add(record(2, resolution(0, SECOND)));
        log.add(record(3, outcome(0, FIRST, Result.APPLIED)));
        log.add(record(4, outcome(0, SECOND, Result.NO_EFFECT)));

        assertThat(state(0)).isEqualTo(LetterState.REDRIVEN);
    }

    @Test
    void takesARepeatedRecordForOneLetterAndANewFailureForAnother() {
        log.add(letter(0, 17, 1));
        log.add(letter(1, 17, 1));
        log.add(letter(2, 17, 2));

        assertThat(log.files())
                .extracting(
                        file -> file.letter().record().offset(),
                        file -> file.letter().attempt())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, 1), org.assertj.core.groups.Tuple.tuple(2L, 2));
    }

    @Test
    void passesOverWhatDoesNotBelongThere() {
        log.add(letter(0, 17, 1));
        log.add(consumed(1, "not an event".getBytes(UTF_8), new RecordHeaders()));
        log.add(record(2, resolution(99, FIRST)));

        assertThat(log.files()).extracting(DeadLetterFile::state).containsExactly(LetterState.OPEN);
    }

    @Test
    void givesTheRecordBackAsItWasOnItsTopic() {
        ConsumerRecord<byte[], byte[]> original =
                DeadLetter.of(letter(5, 17, 1)).orElseThrow().original();

        assertThat(original.topic()).isEqualTo("some.thing.internal.v1");
        assertThat(original.offset()).isEqualTo(17);
        assertThat(original.value()).isEqualTo("bytes".getBytes(UTF_8));
        assertThat(original.headers()).extracting(header -> header.key()).isEqualTo(List.of("ce_id"));
    }

    private LetterState state(long offset) {
        return log.at(new TopicPartition(TOPIC, 0), offset).orElseThrow().state();
    }

    private static ConsumerRecord<byte[], byte[]> letter(long offset, long sourceOffset, int attempt) {
        var headers = new RecordHeaders();
        headers.add("ce_id", "1".getBytes(UTF_8));
        headers.add(DeadLetter.SOURCE_TOPIC, "some.thing.internal.v1".getBytes(UTF_8));
        headers.add(DeadLetter.SOURCE_OFFSET, String.valueOf(sourceOffset).getBytes(UTF_8));
        headers.add(DeadLetter.ATTEMPT, String.valueOf(attempt).getBytes(UTF_8));
        return consumed(offset, "bytes".getBytes(UTF_8), headers);
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, DeadLetterEvent event) {
        return consumed(offset, wire.encode(TOPIC, event), new RecordHeaders());
    }

    private static ConsumerRecord<byte[], byte[]> consumed(long offset, byte[] value, RecordHeaders headers) {
        return new ConsumerRecord<>(
                TOPIC,
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                3,
                value.length,
                "key".getBytes(UTF_8),
                value,
                headers,
                Optional.empty());
    }

    private static DeadLetterEvent resolution(long letterOffset, UUID id) {
        return event(letterOffset, id)
                .setResolution(new Resolution(Action.REDRIVE, "operator", "repaired", null))
                .build();
    }

    private static DeadLetterEvent outcome(long letterOffset, UUID resolution, Result result) {
        return event(letterOffset, UUID.nameUUIDFromBytes((resolution + "/" + result).getBytes(UTF_8)))
                .setOutcome(new Outcome(resolution, result, "Because."))
                .build();
    }

    private static DeadLetterEvent.Builder event(long letterOffset, UUID id) {
        return DeadLetterEvent.newBuilder()
                .setEventId(id)
                .setOccurredAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setLetterOffset(letterOffset);
    }
}
