package org.citycertification.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.citycertification.messaging.gate.GateContainers;
import org.citycertification.messaging.gate.Gates;
import org.citycertification.messaging.gate.LetterContainers;
import org.citycertification.messaging.gate.OpenLetters;
import org.citycertification.messaging.gate.ParkedCount;
import org.citycertification.messaging.gate.Subscription;
import org.citycertification.messaging.gate.TopicReaders;
import org.citycertification.messaging.headers.Traces;
import org.citycertification.messaging.health.HealthChecks;
import org.citycertification.messaging.outbox.JdbcOutbox;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.OutboxDepth;
import org.citycertification.messaging.outbox.OutboxRelay;
import org.citycertification.schemas.wire.WireFormat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Outbox, relay and gates, for services with a database. */
@AutoConfiguration(
        after = {
            MessagingAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class
        })
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean({DataSource.class, JdbcConnectionDetails.class})
public class OutboxAutoConfiguration {
    @Bean
    OutboxRelay outboxRelay(JdbcConnectionDetails database, KafkaClients clients, MessagingProperties settings) {
        return new OutboxRelay(
                () -> DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword()),
                clients.producers(settings.transactionalId()),
                settings.relay());
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, WireFormat wire, Traces traces, MessagingProperties settings, OutboxRelay relay) {
        return new JdbcOutbox(jdbc, wire, traces, "/" + settings.service(), relay::wake);
    }

    @Bean
    Gates gates(
            MessagingProperties settings,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Outbox outbox,
            WireFormat wire,
            Traces traces,
            MeterRegistry meters,
            Clock clock) {
        return new Gates(settings, jdbc, transactions, outbox, wire, traces, meters, clock);
    }

    @Bean
    TopicReaders topicReaders(
            Gates gates, ObjectProvider<Subscription<?>> subscriptions, KafkaClients clients, Admin admin) {
        List<Subscription<?>> all =
                new ArrayList<>(subscriptions.orderedStream().toList());
        return gates.readers(all, clients::consumerWithoutGroup, admin);
    }

    @Bean
    GateContainers gateContainers(TopicReaders readers, KafkaClients clients, MessagingProperties settings) {
        return readers.containers(
                clients.consumers(settings.service(), settings.readers().batchSize()));
    }

    @Bean
    LetterContainers letterContainers(TopicReaders readers, KafkaClients clients, MessagingProperties settings) {
        return readers.letterContainers(
                clients.consumers(settings.service(), settings.readers().batchSize()));
    }

    @Bean
    HealthIndicator outboxHealthIndicator(OutboxRelay relay, JdbcTemplate jdbc, MessagingProperties settings) {
        return HealthChecks.outbox(
                relay, () -> OutboxDepth.read(jdbc), settings.relay().alertAfter());
    }

    @Bean
    HealthIndicator consumersHealthIndicator(
            GateContainers containers, LetterContainers letterContainers, JdbcTemplate jdbc) {
        return HealthChecks.consumers(containers, letterContainers, new ParkedCount(jdbc), new OpenLetters(jdbc));
    }

    @Bean
    MeterBinder outboxMeters(JdbcTemplate jdbc, OutboxRelay relay) {
        var parked = new ParkedCount(jdbc);
        var letters = new OpenLetters(jdbc);
        return registry -> {
            Gauge.builder("messaging.outbox.rows", () -> OutboxDepth.read(jdbc).rows())
                    .register(registry);
            Gauge.builder(
                            "messaging.outbox.oldest.age",
                            () -> OutboxDepth.read(jdbc).oldest().toMillis() / 1000.0)
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder(
                            "messaging.outbox.refused",
                            () -> OutboxDepth.read(jdbc).refused())
                    .register(registry);
            Gauge.builder("messaging.outbox.leading", () -> relay.isLeading() ? 1 : 0)
                    .register(registry);
            Gauge.builder("messaging.parked.rows", parked::now).register(registry);
            Gauge.builder("messaging.dead.letters.open", letters::now).register(registry);
        };
    }
}
