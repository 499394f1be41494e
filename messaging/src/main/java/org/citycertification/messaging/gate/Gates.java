package org.citycertification.messaging.gate;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.citycertification.messaging.MessagingProperties;
import org.citycertification.messaging.headers.Traces;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.schemas.wire.WireFormat;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts gates and their containers together. */
public record Gates(
        MessagingProperties settings,
        JdbcTemplate jdbc,
        PlatformTransactionManager transactions,
        Outbox outbox,
        WireFormat wire,
        Traces traces,
        MeterRegistry meters,
        Clock clock) {

    /** One container for each subscription, not started yet. */
    public GateContainers containers(List<Subscription<?>> subscriptions, ConsumerFactory<byte[], byte[]> consumers) {
        List<GateListener<?>> listeners = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        for (Subscription<?> subscription : subscriptions) {
            listeners.add(listener(subscription));
            topics.add(subscription.topic());
        }
        return new GateContainers(listeners, topics, consumers, settings);
    }

    private <E extends org.apache.avro.specific.SpecificRecord> GateListener<E> listener(Subscription<E> subscription) {
        var positions = new Positions(jdbc, subscription.topic());
        var parked = new ParkedRecords(jdbc, subscription.topic());
        var gate = new Gate<>(
                subscription,
                new TransactionTemplate(transactions),
                positions,
                parked,
                new DeadLetters(outbox, settings.service(), clock),
                traces,
                GateMetrics.of(meters, subscription.topic()));
        var decoder = new Decoder<>(subscription, wire, settings.readers().unknownSchemaPatience(), clock);
        return new GateListener<>(
                decoder, gate, parked, positions, settings.readers().attempts());
    }
}
