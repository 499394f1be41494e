package org.citycertification.scoring.scorecard.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;
import org.citycertification.scoring.ScoringPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Partitions that wait for a schema move to another instance: each instance complains of its own and of no other. */
class HandedOverKafkaTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNKNOWN_SCHEMA = "--messaging.readers.unknown-schema-patience=";
    /** One record a time, so that every partition that waits is seen to. */
    private static final String[] PATIENT = {
        UNKNOWN_SCHEMA + "10m", "--messaging.readers.threads=3", "--messaging.readers.batch-size=1"
    };

    private static final Set<Integer> ALL =
            IntStream.range(0, Topic.SUBMISSION.partitions()).boxed().collect(Collectors.toSet());

    private final String key = "waits-" + UUID.randomUUID();

    @Test
    void whoGaveAWaitingPartitionAwayNoLongerComplainsOfIt() {
        try (var first = ScoringPlatform.start(PATIENT)) {
            ScoringPlatform.send(oneInEachPartition());
            await().atMost(PATIENCE).until(() -> complaints(first).equals(ALL));

            try (var second = ScoringPlatform.start(PATIENT)) {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    assertThat(complaints(second)).isNotEmpty().doesNotContainAnyElementsOf(complaints(first));
                    assertThat(complaints(first).size() + complaints(second).size())
                            .isEqualTo(ALL.size());
                });
            }
        }
    }

    /** What waits on the shared topic is put aside, or the tests after this one would wait for it. */
    @AfterEach
    void putAside() {
        try (var impatient = ScoringPlatform.start(UNKNOWN_SCHEMA + "0s")) {
            await().atMost(PATIENCE)
                    .until(() -> ScoringPlatform.all(Topics.deadLetters(Topics.SUBMISSION, "scoring")).stream()
                                    .filter(letter ->
                                            ScoringPlatform.key(letter).equals(key))
                                    .count()
                            == ALL.size());
        }
    }

    private List<ProducerRecord<byte[], byte[]>> oneInEachPartition() {
        byte[] unknown = ByteBuffer.allocate(8).put((byte) 0).putInt(888_888).array();
        return ALL.stream()
                .map(partition -> new ProducerRecord<>(Topics.SUBMISSION, partition, key.getBytes(UTF_8), unknown))
                .toList();
    }

    private static Set<Integer> complaints(ScoringPlatform.Instance instance) {
        return instance.context()
                .getBean(SubmissionListener.class)
                .trouble()
                .all()
                .keySet();
    }
}
