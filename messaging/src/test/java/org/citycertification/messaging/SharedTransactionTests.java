package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.citycertification.messaging.outbox.RawRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The client fails whatever it still holds of a transaction for the reason of the first failure. Healthy rows that shared one with a
 * row that the broker can never take are published all the same.
 */
class SharedTransactionTests {
    /** Records are held back for seconds, so that they are still held when the large one fails. */
    private static final Map<String, Object> LATE = Map.of(ProducerConfig.LINGER_MS_CONFIG, 2_000);

    @AutoClose
    private final MessagingSystem system = new MessagingSystem("neighbours");

    private final UUID refused = UUID.randomUUID();
    private final UUID healthy = UUID.randomUUID();
    private final List<Future<?>> held = new ArrayList<>();

    @Test
    void doesNotRefuseWhatIsHealthy() {
        for (int i = 0; i < 5; i++) {
            system.change(healthy);
        }
        system.change(refused);
        system.store(outbox -> outbox.append(new RawRecord(
                system.writes(), null, refused.toString().getBytes(UTF_8), new byte[4_000_000], new RecordHeaders())));
        system.change(refused);
        system.change(healthy);

        try (var relay = new LoneRelay(system, LATE, this::seeWhatFailsWithIt)) {
            relay.start();
            await().atMost(MessagingSystem.PATIENCE)
                    .until(() -> system.count("select count(*) from outbox where refused_reason is null") == 1);
            system.awaitVisible();
            assertThat(transactionsFor(200)).as("batches grow again").isLessThan(20);
        }

        assertThat(system.published(healthy)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(system.published(refused)).containsExactly(1L);
        assertThat(system.count("select count(*) from outbox where refused_reason is not null"))
                .isEqualTo(1);
        assertThat(held).as("sent beside the row that is too large").anyMatch(SharedTransactionTests::isCalledTooLarge);
    }

    /** Each leaves a mark in the partition, which takes an offset. */
    private long transactionsFor(int rows) {
        UUID key = UUID.randomUUID();
        system.store(outbox -> {
            for (int i = 0; i < rows; i++) {
                Things.change(system.jdbc(), outbox, system.writes(), key);
            }
        });
        await().atMost(MessagingSystem.PATIENCE)
                .until(() -> system.published(key).size() == rows);
        var records = system.recordsWritten(key);
        return records.get(rows - 1).offset() - records.get(0).offset() - rows + 2;
    }

    /** Lets a failure be known only when what was sent before it has failed as well. */
    private void seeWhatFailsWithIt(String method, Object result) {
        if (!(result instanceof Future<?> sent)) {
            return;
        }
        if (sent.isDone()) {
            await().atMost(MessagingSystem.PATIENCE).until(() -> held.stream().allMatch(Future::isDone));
        } else {
            held.add(sent);
        }
    }

    private static boolean isCalledTooLarge(Future<?> sent) {
        try {
            sent.get();
            return false;
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof RecordTooLargeException;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
