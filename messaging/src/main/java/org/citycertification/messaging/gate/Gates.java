package org.citycertification.messaging.gate;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.citycertification.messaging.MessagingProperties;
import org.citycertification.messaging.headers.Traces;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.schemas.wire.WireFormat;
import org.springframework.jdbc.core.JdbcTemplate;
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

    /**
     * One reader for each subscription and for the letters about it.
     *
     * @param letterConsumers makes a consumer without a group that reads committed records only
     * @param admin tells where letter topics begin
     */
    public TopicReaders readers(
            List<Subscription<?>> subscriptions, Supplier<Consumer<byte[], byte[]>> letterConsumers, Admin admin) {
        List<TopicReader> readers = new ArrayList<>();
        for (Subscription<?> subscription : subscriptions) {
            String name = DeadLetters.topic(subscription.topic(), settings.service());
            readers.add(reader(subscription, new LetterTopic(name, letterConsumers, admin)));
        }
        return new TopicReaders(readers, settings);
    }

    private <E extends SpecificRecord> TopicReader reader(Subscription<E> subscription, LetterTopic letterTopic) {
        var letterPositions = new Positions(jdbc, letterTopic.name());
        var positions = new Positions(jdbc, subscription.topic());
        var parked = new ParkedRecords(jdbc, subscription.topic());
        var rows = new LetterRows(jdbc, subscription.topic());
        var deadLetters = new DeadLetters(outbox, rows, settings.service(), clock);
        var transaction = new TransactionTemplate(transactions);
        var gate = new Gate<>(
                subscription,
                transaction,
                positions,
                parked,
                deadLetters,
                traces,
                GateMetrics.of(meters, subscription.topic()));
        var decoder = new Decoder<>(subscription, wire, settings.readers().unknownSchemaPatience(), clock);
        int attempts = settings.readers().attempts();
        var gaps = new DiscardedGaps(transaction, positions, rows);
        var listener = new GateListener<>(decoder, gate, parked, positions, gaps, attempts);
        var resolutions = new ResolutionListener<>(
                listener,
                new Decoder<>(subscription, wire, Duration.ZERO, clock),
                new Redrive<>(subscription, gate, positions),
                deadLetters,
                new Resolutions(transaction, letterPositions, rows, outbox, wire, settings.service(), clock),
                new LetterFetch(letterTopic.consumers()),
                wire,
                attempts);
        return new TopicReader(
                subscription.topic(),
                listener,
                letterTopic.name(),
                resolutions,
                letterPositions,
                expiry(subscription, rows, letterTopic));
    }

    /**
     * Where every version counts letters are kept for ever, and going on without one is for a person to decide: if such a
     * letter is lost all the same, it stays open and what follows it waits.
     */
    private static Optional<ExpiredLetters> expiry(Subscription<?> subscription, LetterRows rows, LetterTopic topic) {
        return subscription.sequence() == Sequence.GAPLESS
                ? Optional.empty()
                : Optional.of(new ExpiredLetters(rows, topic));
    }
}
