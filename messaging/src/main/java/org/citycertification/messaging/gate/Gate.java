package org.citycertification.messaging.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.messaging.gate.Positions.Position;
import org.citycertification.messaging.headers.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets each event of an aggregate through once and in order. State, outgoing events, the key's position and the
 * partition's next offset are one database transaction.
 */
final class Gate<E extends SpecificRecord> {
    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private final Subscription<E> subscription;
    private final TransactionTemplate transaction;
    private final Positions positions;
    private final ParkedRecords parked;
    private final DeadLetters deadLetters;
    private final Traces traces;
    private final GateMetrics metrics;

    Gate(
            Subscription<E> subscription,
            TransactionTemplate transaction,
            Positions positions,
            ParkedRecords parked,
            DeadLetters deadLetters,
            Traces traces,
            GateMetrics metrics) {
        this.subscription = subscription;
        this.transaction = transaction;
        this.positions = positions;
        this.parked = parked;
        this.deadLetters = deadLetters;
        this.traces = traces;
        this.metrics = metrics;
    }

    /** Applies the records, or nothing of them. */
    void apply(List<Incoming<E>> batch) {
        transaction.executeWithoutResult(status -> new Pass(batch).run());
    }

    /** Puts one record aside that fails whenever it is applied; what follows it under its key is parked. */
    void reject(ConsumerRecord<byte[], byte[]> record, String reason, @Nullable Throwable failure) {
        transaction.executeWithoutResult(status -> {
            Map<Integer, Long> next = positions.lockOffsets(List.of(record.partition()));
            if (record.offset() >= next.getOrDefault(record.partition(), 0L)) {
                deadLetters.add(record, reason, failure);
                metrics.deadLettered().increment();
                positions.saveOffsets(Map.of(record.partition(), record.offset() + 1));
            }
        });
    }

    /** Applies a parked record whose turn has come; returns false if it was not its turn after all. */
    boolean applyParked(Incoming.Event<E> event) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            EventIdentity identity = event.identity();
            Position position = positions.lock(List.of(identity.key())).get(identity.key());
            if (position == null || position.version() + 1 != identity.version() || !parked.remove(identity)) {
                return false;
            }
            handle(event);
            positions.save(Map.of(identity.key(), Position.at(event)));
            return true;
        }));
    }

    /** Turns a parked record that fails whenever it is applied into a dead letter; its successors stay parked. */
    void rejectParked(Incoming.Event<E> event, Throwable failure) {
        transaction.executeWithoutResult(status -> {
            positions.lock(List.of(event.identity().key()));
            if (parked.remove(event.identity())) {
                deadLetters.add(event.record(), "Failed whenever it was applied: " + failure, failure);
                metrics.deadLettered().increment();
            }
        });
    }

    /** Keeps a record until its predecessor is applied or this build is replaced. */
    void park(Incoming.Event<E> event, String reason) {
        log.warn("Parked {} {}: {}", subscription.topic(), event.identity(), reason);
        parked.park(event.record(), event.identity(), reason);
        metrics.parked().increment();
    }

    /** Hands an event to the service, within the caller's transaction. */
    void handle(Incoming.Event<E> event) {
        try {
            traces.continued(
                    event.record().headers(),
                    subscription.topic() + " process",
                    () -> subscription.handler().apply(event.value()));
        } catch (StackOverflowError | LinkageError | AssertionError e) {
            // An error would end the container's thread, and with it the reading of everything that the thread reads.
            throw new IllegalStateException("Applying it ended in " + e, e);
        }
        metrics.applied().increment();
    }

    /** One run over a batch inside its transaction. */
    private final class Pass {
        private final List<Incoming<E>> batch;
        private final Map<Integer, Long> next;
        private final Map<String, Position> known;
        private final Map<String, Position> changed = new HashMap<>();

        Pass(List<Incoming<E>> batch) {
            Collection<Integer> partitions = new TreeSet<>();
            batch.forEach(incoming -> partitions.add(incoming.record().partition()));
            this.next = positions.lockOffsets(partitions);
            this.batch = batch.stream()
                    .filter(in -> in.record().offset()
                            >= next.getOrDefault(in.record().partition(), 0L))
                    .toList();
            this.known = positions.lock(keysOf(this.batch));
        }

        private Collection<String> keysOf(List<Incoming<E>> incoming) {
            Collection<String> keys = new TreeSet<>();
            for (Incoming<E> one : incoming) {
                if (one instanceof Incoming.Event<E> event) {
                    keys.add(event.identity().key());
                }
            }
            return keys;
        }

        void run() {
            for (Incoming<E> incoming : batch) {
                if (incoming instanceof Incoming.Event<E> event) {
                    event(event);
                } else if (incoming instanceof Incoming.Erasure<E> erasure) {
                    subscription.erasure().erase(erasure.key());
                    parked.forget(erasure.key());
                } else if (incoming instanceof Incoming.Broken<E> broken) {
                    deadLetters.add(broken.record(), broken.reason(), broken.failure());
                    metrics.deadLettered().increment();
                }
                next.put(incoming.record().partition(), incoming.record().offset() + 1);
            }
            positions.save(changed);
            positions.saveOffsets(next);
        }

        private void event(Incoming.Event<E> event) {
            EventIdentity identity = event.identity();
            Position last = known.getOrDefault(identity.key(), Position.NONE);
            if (identity.version() <= last.version()) {
                drop(event, last);
            } else if (subscription.sequence() == Sequence.GAPLESS && identity.version() > last.version() + 1) {
                park(event, "Version %d came after %d".formatted(identity.version(), last.version()));
            } else {
                let(event);
            }
        }

        private void let(Incoming.Event<E> event) {
            try {
                handle(event);
            } catch (UnknownKind e) {
                park(event, String.valueOf(e.getMessage()));
                return;
            }
            if (subscription.sequence() == Sequence.LATEST) {
                // It replaces what an older build could not read; nobody would ever ask for that again.
                parked.remove(event.identity());
            }
            Position position = Position.at(event);
            known.put(event.identity().key(), position);
            changed.put(event.identity().key(), position);
        }

        private void drop(Incoming.Event<E> event, Position last) {
            EventIdentity identity = event.identity();
            metrics.dropped().increment();
            if (identity.version() == last.version() && !identity.eventId().equals(last.eventId())) {
                metrics.conflicting().increment();
                log.error(
                        "{} says version {} of {} is event {}, but {} was applied as that version",
                        subscription.topic(),
                        identity.version(),
                        identity.key(),
                        identity.eventId(),
                        last.eventId());
            }
        }
    }
}
