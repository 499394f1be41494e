package org.citycertification.scoring.scorecard.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citycertification.scoring.edition.EditionFixtures.shipped;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.Answer;
import org.citycertification.schemas.intake.v1.Evidence;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.intake.v1.SubmissionReceived;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.ScoringPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class SubmissionListenerKafkaTests {

    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.SUBMISSION, "scoring");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARTITION = 3;

    private static ScoringPlatform.Instance scoring;
    private static WireFormat wire;

    @BeforeAll
    static void start() {
        wire = ScoringPlatform.wire();
        scoring = ScoringPlatform.start("--messaging.readers.unknown-schema-patience=2s");
    }

    @AfterAll
    static void stop() {
        scoring.close();
    }

    @Test
    void answersASubmissionWithItsScorecard() {
        var id = UUID.randomUUID();
        var submission = record(id, 1, SubmissionEventFixtures.sample("cambridge-ma.json"));
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        submission.headers().add("traceparent", ("00-" + trace + "-00f067aa0ba902b7-01").getBytes(UTF_8));

        ScoringPlatform.send(List.of(submission));

        var answer = awaitAnswers(id, 1).get(0);
        var event = wire.decode(answer.value(), ScorecardEvent.class);
        assertThat(event.getVersion()).isEqualTo(1);
        assertThat(event.getScored().getMet()).isEqualTo(33);
        assertThat(ScoringPlatform.header(answer, "ce_id"))
                .isEqualTo(event.getEventId().toString());
        assertThat(ScoringPlatform.header(answer, "ce_type")).isEqualTo("SubmissionScored");
        assertThat(ScoringPlatform.header(answer, "ce_source")).isEqualTo("/scoring");
        assertThat(ScoringPlatform.header(answer, "ce_subject")).isEqualTo(id.toString());
        assertThat(ScoringPlatform.header(answer, "traceparent")).startsWith("00-" + trace + "-");
    }

    @Test
    void answersEachOfManyOnceAndInOrder() {
        var ids = new ArrayList<UUID>();
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (int i = 0; i < 200; i++) {
            ids.add(UUID.randomUUID());
        }
        for (int version = 1; version <= 3; version++) {
            for (int i = 0; i < ids.size(); i++) {
                records.add(
                        record(ids.get(i), version, SubmissionEventFixtures.meeting((i + version) % 44, shipped())));
            }
        }

        ScoringPlatform.send(records);

        await().atMost(PATIENCE).until(() -> answers(ids).size() >= 600);
        var byKey = answers(ids).stream().collect(java.util.stream.Collectors.groupingBy(ScoringPlatform::key));
        for (int i = 0; i < ids.size(); i++) {
            var events = byKey.get(ids.get(i).toString()).stream()
                    .map(answer -> wire.decode(answer.value(), ScorecardEvent.class))
                    .toList();
            assertThat(events).extracting(ScorecardEvent::getVersion).containsExactly(1L, 2L, 3L);
            assertThat(events)
                    .extracting(event -> event.getScored().getMet())
                    .containsExactly((i + 1) % 44, (i + 2) % 44, (i + 3) % 44);
        }
    }

    @Test
    void answersASecondDeliveryWithEqualBytes() {
        var id = UUID.randomUUID();
        var submission = record(id, 1, SubmissionEventFixtures.sample("montevideo-uy.json"));

        ScoringPlatform.send(List.of(submission));
        awaitAnswers(id, 1);
        ScoringPlatform.send(List.of(submission, submission));

        var answers = awaitAnswers(id, 3);
        assertThat(answers.get(1).value()).isEqualTo(answers.get(0).value());
        assertThat(answers.get(2).value()).isEqualTo(answers.get(0).value());
    }

    @Test
    void putsPoisonAsideAndGoesOn() {
        var good = bytes(UUID.randomUUID(), 1, SubmissionEventFixtures.meeting(22, shipped()));
        var first = UUID.randomUUID();
        var last = UUID.randomUUID();
        var poison = List.of(
                raw("bad-magic", with(good, 0, (byte) 9)),
                raw(
                        "unknown-schema",
                        ByteBuffer.wrap(good.clone()).putInt(1, 999_999).array()),
                raw("truncated", Arrays.copyOf(good, good.length / 2)),
                raw("no-value", null),
                raw("other-key", good),
                raw(record(UUID.randomUUID(), 1, null)),
                raw(record(UUID.randomUUID(), 1, SubmissionEventFixtures.received("1999-r9", List.of()))),
                raw(record(UUID.randomUUID(), 1, answering("DM99"))),
                raw(record(UUID.randomUUID(), 1, answering("dm?"))));
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        records.add(raw(record(first, 1, SubmissionEventFixtures.meeting(30, shipped()))));
        records.addAll(poison);
        records.add(raw(record(last, 1, SubmissionEventFixtures.meeting(30, shipped()))));

        ScoringPlatform.send(records);

        awaitAnswers(first, 1);
        awaitAnswers(last, 1);
        var letters = deadLetters(poison);
        assertThat(letters).hasSameSizeAs(poison);
        assertThat(letters)
                .extracting(letter -> ScoringPlatform.header(letter, "dl_reason"))
                .satisfiesExactly(
                        reason -> assertThat(reason).isEqualTo("Magic byte is not 0"),
                        reason ->
                                assertThat(reason).contains("no schema 999999").contains("PT2S"),
                        reason -> assertThat(reason).contains("Not a whole record"),
                        reason -> assertThat(reason).isEqualTo("The record has no value"),
                        reason -> assertThat(reason).startsWith("The record's key is other-key, the event's is "),
                        reason -> assertThat(reason).contains("No kind of change"),
                        reason -> assertThat(reason).isEqualTo("Edition 1999-r9 is not published"),
                        reason -> assertThat(reason).contains("DM99: not a criterion of edition 2022-r1"),
                        reason -> assertThat(reason).contains("but was 'dm?'"));
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.partition()).isEqualTo(PARTITION);
            assertThat(ScoringPlatform.header(letter, "dl_source_topic")).isEqualTo(Topics.SUBMISSION);
        });
        for (int i = 0; i < poison.size(); i++) {
            assertThat(letters.get(i).value()).isEqualTo(poison.get(i).value());
        }
    }

    @Test
    void putsAsideTheOneWhoseScorecardTheBrokerRefuses() throws Exception {
        var first = UUID.randomUUID();
        var large = UUID.randomUUID();
        var last = UUID.randomUUID();
        var records = List.of(
                raw(record(first, 1, SubmissionEventFixtures.meeting(1, shipped()))),
                raw(record(large, 1, withALinkOf(60_000))),
                raw(record(last, 1, SubmissionEventFixtures.meeting(1, shipped()))));
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", ScoringPlatform.platform().bootstrapServers()))) {
            limit(admin, "50000");
            ScoringPlatform.send(records);

            awaitAnswers(first, 1);
            awaitAnswers(last, 1);
            limit(admin, "1048576");
        }

        assertThat(answers(List.of(large))).isEmpty();
        assertThat(deadLetters(List.of(records.get(1)))).singleElement().satisfies(letter -> {
            assertThat(ScoringPlatform.header(letter, "dl_reason")).startsWith("Its reply failed alone 3 times");
            assertThat(ScoringPlatform.header(letter, "dl_exception")).contains("RecordTooLarge");
        });
    }

    private static void limit(Admin admin, String bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.SCORECARD);
        var change = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
    }

    private static SubmissionReceived answering(String criterion) {
        return SubmissionEventFixtures.received(
                "2022-r1", List.of(new Answer(criterion, false, List.of(), List.of(), null)));
    }

    private static SubmissionReceived withALinkOf(int characters) {
        var link = "https://city.example/" + "x".repeat(characters);
        var evidence = List.of(new Evidence("link", "Label", link, null));
        return SubmissionEventFixtures.received(
                "2022-r1", List.of(new Answer("LC2", true, List.of("LC2.a"), evidence, null)));
    }

    private static ProducerRecord<byte[], byte[]> record(UUID id, long version, SubmissionReceived received) {
        return new ProducerRecord<>(Topics.SUBMISSION, id.toString().getBytes(UTF_8), bytes(id, version, received));
    }

    private static byte[] bytes(UUID id, long version, SubmissionReceived received) {
        SubmissionEvent event = SubmissionEventFixtures.event(id, version, received);
        return wire.encode(Topics.SUBMISSION, event);
    }

    private static ProducerRecord<byte[], byte[]> raw(ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), PARTITION, record.key(), record.value());
    }

    private static ProducerRecord<byte[], byte[]> raw(String key, byte[] value) {
        return new ProducerRecord<>(Topics.SUBMISSION, PARTITION, key.getBytes(UTF_8), value);
    }

    private static byte[] with(byte[] bytes, int index, byte value) {
        var changed = bytes.clone();
        changed[index] = value;
        return changed;
    }

    private static List<ConsumerRecord<byte[], byte[]>> awaitAnswers(UUID id, int count) {
        await().atMost(PATIENCE).until(() -> answers(List.of(id)).size() >= count);
        assertThat(answers(List.of(id))).hasSize(count);
        return answers(List.of(id));
    }

    private static List<ConsumerRecord<byte[], byte[]>> answers(List<UUID> ids) {
        var keys = ids.stream().map(UUID::toString).collect(java.util.stream.Collectors.toSet());
        return ScoringPlatform.all(Topics.SCORECARD).stream()
                .filter(record -> keys.contains(ScoringPlatform.key(record)))
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(List<ProducerRecord<byte[], byte[]>> sources) {
        var keys =
                sources.stream().map(source -> new String(source.key(), UTF_8)).toList();
        return ScoringPlatform.all(DEAD_LETTERS).stream()
                .filter(record -> keys.contains(ScoringPlatform.key(record)))
                .toList();
    }
}
