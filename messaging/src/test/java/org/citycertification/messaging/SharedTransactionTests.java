package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.citycertification.messaging.outbox.OutboxRelay;
import org.citycertification.messaging.outbox.RawRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * The client fails whatever it still holds of a transaction for the reason of the first failure. Healthy rows that shared one with a
 * row that the broker can never take are published all the same.
 */
class SharedTransactionTests {
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
        var settings = new MessagingProperties.Relay(500, Duration.ofMillis(50), Duration.ofMillis(500), Duration.ZERO);
        var relay = new OutboxRelay(this::connect, this::producer, settings);

        relay.start();
        try {
            await().atMost(MessagingSystem.PATIENCE)
                    .until(() -> system.count("select count(*) from outbox where refused_reason is null") == 1);
        } finally {
            relay.stop();
        }

        assertThat(system.published(healthy)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(system.published(refused)).containsExactly(1L);
        assertThat(system.count("select count(*) from outbox where refused_reason is not null"))
                .isEqualTo(1);
        assertThat(held).as("sent beside the row that is too large").anyMatch(SharedTransactionTests::isCalledTooLarge);
    }

    private Connection connect() throws SQLException {
        String role = system.name() + "_app";
        return DriverManager.getConnection(system.platform().jdbcUrl(system.name()), role, role);
    }

    /** Holds records back for seconds, so that they are still held when the large one fails. */
    private Producer<byte[], byte[]> producer() {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(system.platform().bootstrapServers()));
        Map<String, Object> settings = new KafkaClients(kafka).producerSettings(system.name() + ".outbox");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2_000);
        return late(new KafkaProducer<>(settings));
    }

    /** Tells of a failure only when what was sent before it has failed as well. */
    @SuppressWarnings("unchecked")
    private Producer<byte[], byte[]> late(Producer<byte[], byte[]> producer) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    Object result = RelayChild.call(producer, method, arguments);
                    if (result instanceof Future<?> sent) {
                        awaitOthers(sent);
                    }
                    return result;
                });
    }

    private void awaitOthers(Future<?> sent) {
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
