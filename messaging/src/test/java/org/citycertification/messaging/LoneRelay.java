package org.citycertification.messaging;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.citycertification.messaging.outbox.OutboxRelay;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** The relay of a system without its service; a test sees what it asks of its producer. */
final class LoneRelay implements AutoCloseable {
    static final String CONNECTION_NAME = "lone-relay";

    private final MessagingSystem system;
    private final Watch watch;
    private final Map<String, Object> changed;
    private final OutboxRelay relay;

    /** @param changed settings of the producer that are not as usual */
    LoneRelay(MessagingSystem system, Map<String, Object> changed, Watch watch) {
        this.system = system;
        this.changed = changed;
        this.watch = watch;
        var settings = new MessagingProperties.Relay(500, Duration.ofMillis(50), Duration.ofMillis(500), Duration.ZERO);
        this.relay = new OutboxRelay(this::connect, this::producer, settings);
    }

    /** Told of each call before the relay goes on. */
    @FunctionalInterface
    interface Watch {
        void called(String method, Object result);
    }

    void start() {
        relay.start();
    }

    private Connection connect() throws SQLException {
        String url = system.platform().jdbcUrl(system.name()) + "?ApplicationName=" + CONNECTION_NAME;
        String role = system.name() + "_app";
        return DriverManager.getConnection(url, role, role);
    }

    @SuppressWarnings("unchecked")
    private Producer<byte[], byte[]> producer() {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(system.platform().bootstrapServers()));
        Map<String, Object> settings = new KafkaClients(kafka).producerSettings(system.name() + ".outbox");
        settings.putAll(changed);
        var producer = new KafkaProducer<byte[], byte[]>(settings);
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    Object result = RelayChild.call(producer, method, arguments);
                    watch.called(method.getName(), result);
                    return result;
                });
    }

    @Override
    public void close() {
        relay.stop();
    }
}
