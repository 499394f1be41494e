package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.OutboxRelay;
import org.citycertification.messaging.outbox.RawRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored is published, in the order of each key. */
@Tag("adapters")
class OutboxTests {
    private static MessagingSystem system;
    private static RunningService first;
    private static RunningService second;

    @BeforeAll
    static void start() {
        system = new MessagingSystem("outbox");
        first = system.start();
        second = system.start();
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        system.close();
    }

    @Test
    void publishesEachKeyInOrderUnderManyWritersOnTwoInstances() throws Exception {
        List<UUID> keys =
                IntStream.range(0, 10).mapToObj(i -> UUID.randomUUID()).toList();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 400; i++) {
            UUID key = keys.get(i % keys.size());
            RunningService service = i % 2 == 0 ? first : second;
            writers.submit(() -> service.change(key));
        }
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        system.awaitEmptyOutbox();
        assertThat(keys)
                .allSatisfy(key -> assertThat(system.published(key))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 40).boxed().toList()));
    }

    @Test
    void leavesThePublishingToTheOtherInstanceWhenItIsStopped() {
        UUID key = UUID.randomUUID();
        first.change(key);
        system.awaitEmptyOutbox();
        OutboxRelay leader = Stream.of(first, second)
                .map(service -> service.bean(OutboxRelay.class))
                .filter(OutboxRelay::isLeading)
                .findFirst()
                .orElseThrow();

        leader.stop();
        try {
            assertThat(leader.isLeading()).isFalse();
            first.change(key);
            system.awaitEmptyOutbox();
        } finally {
            leader.start();
        }
        assertThat(system.published(key)).containsExactly(1L, 2L);
    }

    /** Each transaction of Kafka's leaves a mark in the partition that takes an offset. */
    @Test
    void publishesManyLargeRowsInSeveralTransactions() {
        UUID key = UUID.randomUUID();
        first.inTransaction(() -> {
            for (int i = 0; i < 30; i++) {
                first.bean(Outbox.class)
                        .append(new RawRecord(
                                system.writes(), 0, key.toString().getBytes(UTF_8), large(i), new RecordHeaders()));
            }
        });

        system.awaitEmptyOutbox();
        List<ConsumerRecord<byte[], byte[]>> records = system.recordsWritten(key);
        assertThat(records)
                .extracting(record -> (int) record.value()[0])
                .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
        long transactions = 1 + records.get(29).offset() - records.get(0).offset() - 29;
        assertThat(transactions).isBetween(3L, 15L);
    }

    private static byte[] large(int first) {
        byte[] bytes = new byte[900_000];
        bytes[0] = (byte) first;
        return bytes;
    }

    @Test
    void storesNothingOutsideATransaction() {
        Outbox outbox = first.bean(Outbox.class);
        var event = Things.event(UUID.randomUUID(), 1);

        assertThatIllegalStateException().isThrownBy(() -> outbox.append(Things.outgoing(system.writes(), event)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4})
    void refusesAVersionThatDoesNotFollowTheLastOne(long version) {
        UUID key = UUID.randomUUID();
        first.change(key);
        second.change(key);
        var event = Things.outgoing(system.writes(), Things.event(key, version));

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> first.inTransaction(() -> first.bean(Outbox.class).append(event)))
                .withMessageContaining("Version %d of %s", version, key);

        first.change(key);
        system.awaitEmptyOutbox();
        assertThat(system.published(key)).containsExactly(1L, 2L, 3L);
    }

    /** The database may be older than its memory of what it has given out. */
    @Test
    void goesOnWhereverAKeyStandsThatItDoesNotRemember() {
        UUID key = UUID.randomUUID();
        first.change(key);
        first.change(key);
        system.jdbc()
                .sql("delete from published where message_key = ?")
                .param(key.toString())
                .update();

        first.change(key);

        system.awaitEmptyOutbox();
        assertThat(system.published(key)).containsExactly(1L, 2L, 3L);
    }
}
