package org.citycertification.messaging.restore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.citycertification.messaging.failure.Transience;
import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.messaging.restore.Difference.Kind;
import org.citycertification.schemas.wire.WireFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the last version of each key that the database has given out with what the service's own topics carry. A
 * database that is older than its topic would give out versions a second time, for other events, and readers would drop
 * those as old.
 */
public final class RestoreCheck {
    private static final Logger log = LoggerFactory.getLogger(RestoreCheck.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<WrittenSchema> written;
    private final WireFormat wire;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Function<String, Map<String, GivenOut>> database;

    RestoreCheck(
            List<WrittenSchema> written,
            WireFormat wire,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Supplier<Producer<byte[], byte[]>> producers,
            Function<String, Map<String, GivenOut>> database) {
        this.written = List.copyOf(written);
        this.wire = wire;
        this.consumers = consumers;
        this.producers = producers;
        this.database = database;
    }

    /**
     * Returns if nothing is missing in the database. While broker, registry or database give no answer it says so and begins
     * again: what was just restored is often still starting, and who starts a restored system watches it.
     *
     * @throws DatabaseIsOlder if a topic carries what the database does not know
     */
    public void run() {
        if (written.isEmpty()) {
            log.info("After a restore: this service has no topics of its own to compare its database with");
            return;
        }
        while (!isCompared()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        log.info("After a restore: the database knows everything that its {} topics carry", written.size());
    }

    private boolean isCompared() {
        try {
            compareAll();
            return true;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted() || !Transience.isTransient(e)) {
                throw e;
            }
            log.warn("After a restore: the comparison begins again, since something gave no answer: {}", e.toString());
            return false;
        }
    }

    private void compareAll() {
        endUnfinishedTransactions();
        List<TopicDifferences> all = new ArrayList<>();
        for (WrittenSchema topic : written) {
            TopicDifferences differences = compare(topic);
            differences.of(Kind.TOPIC_LACKS).ifPresent(log::error);
            all.add(differences);
        }
        List<String> missing = all.stream()
                .flatMap(one -> one.of(Kind.DATABASE_LACKS).stream())
                .toList();
        if (!missing.isEmpty()) {
            throw new DatabaseIsOlder(String.join("\n", missing));
        }
    }

    /** A relay that died may have left a transaction open; until it has an end, nobody sees what comes after it. */
    private void endUnfinishedTransactions() {
        try (Producer<byte[], byte[]> producer = producers.get()) {
            producer.initTransactions();
        }
    }

    private TopicDifferences compare(WrittenSchema topic) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            var own = new OwnTopic(topic, wire, consumer);
            Map<String, GivenOut> givenOut = database.apply(topic.topic());
            Map<String, Carried> carried = own.read(givenOut);
            Set<String> keys = new TreeSet<>(givenOut.keySet());
            keys.addAll(carried.keySet());
            var differences = new TopicDifferences(topic.topic());
            for (String key : keys) {
                GivenOut inDatabase = givenOut.getOrDefault(key, GivenOut.NOTHING);
                differences.add(Difference.of(key, inDatabase, carried.get(key), topic.sequence()));
            }
            return differences;
        }
    }
}
