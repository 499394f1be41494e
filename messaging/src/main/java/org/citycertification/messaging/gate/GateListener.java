package org.citycertification.messaging.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.messaging.failure.Transience;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Takes batches from Kafka to the gate. Passing trouble is thrown on, so that the container backs off and comes again
 * with the same records; any other failure is narrowed down to the record that causes it.
 */
final class GateListener<E extends SpecificRecord> implements BatchMessageListener<byte[], byte[]> {
    private static final Logger log = LoggerFactory.getLogger(GateListener.class);

    private final Decoder<E> decoder;
    private final Gate<E> gate;
    private final ParkedRecords parked;
    private final Positions positions;
    private final DiscardedGaps gaps;
    private final int attempts;
    /** By partition: several threads come here, and one that gets on says nothing about another. */
    private final Map<Integer, String> trouble = new ConcurrentHashMap<>();

    GateListener(
            Decoder<E> decoder,
            Gate<E> gate,
            ParkedRecords parked,
            Positions positions,
            DiscardedGaps gaps,
            int attempts) {
        this.decoder = decoder;
        this.gate = gate;
        this.parked = parked;
        this.positions = positions;
        this.gaps = gaps;
        this.attempts = attempts;
    }

    /** What holds up which partitions. */
    Map<Integer, String> trouble() {
        return Map.copyOf(trouble);
    }

    /** Somebody else reads them from now on. */
    void forgetTrouble(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> trouble.remove(partition.partition()));
    }

    Positions positions() {
        return positions;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        Set<Integer> partitions = partitionsOf(records);
        try {
            apply(records);
            unpark(keysOf(records));
            trouble.keySet().removeAll(partitions);
        } catch (RuntimeException e) {
            partitions.forEach(partition -> trouble.put(partition, e.toString()));
            throw e;
        }
    }

    private static Set<Integer> partitionsOf(List<ConsumerRecord<byte[], byte[]>> records) {
        var partitions = new TreeSet<Integer>();
        records.forEach(record -> partitions.add(record.partition()));
        return partitions;
    }

    private void apply(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Incoming<E>> batch = decodeUntilHeldUp(records);
        try {
            gate.apply(batch);
        } catch (RuntimeException e) {
            if (Transience.isTransient(e)) {
                throw e;
            }
            log.warn("A batch of {} is redone record by record: {}", batch.size(), e.toString());
            batch.forEach(this::applyAlone);
        }
        if (batch.size() < records.size()) {
            apply(records.subList(batch.size(), records.size()));
        }
    }

    /** What comes before a record that cannot be decoded yet goes through; that record then holds its partitions up. */
    private List<Incoming<E>> decodeUntilHeldUp(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Incoming<E>> batch = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                batch.add(decoder.decode(record));
            } catch (RuntimeException e) {
                if (batch.isEmpty() || !Transience.isTransient(e)) {
                    throw e;
                }
                return batch;
            }
        }
        return batch;
    }

    private void applyAlone(Incoming<E> incoming) {
        for (int attempt = 1; ; attempt++) {
            try {
                gate.apply(List.of(incoming));
                return;
            } catch (RuntimeException e) {
                if (Transience.isTransient(e)) {
                    throw e;
                }
                if (attempt >= attempts) {
                    gate.reject(incoming.record(), "Failed alone %d times: %s".formatted(attempt, e), e);
                    return;
                }
            }
        }
    }

    /** Applies parked records whose predecessor has come, all keys if none are given. */
    void unpark(@Nullable Set<String> keys) {
        for (String key : parked.applicable(keys)) {
            unpark(key);
        }
    }

    private void unpark(String key) {
        while (true) {
            Optional<ConsumerRecord<byte[], byte[]>> next = parked.next(key, positions.version(key));
            boolean moved = next.isEmpty()
                    ? gaps.pass(key)
                    : decoder.decode(next.get()) instanceof Incoming.Event<E> event && tryParked(event);
            if (!moved) {
                return;
            }
        }
    }

    private boolean tryParked(Incoming.Event<E> event) {
        for (int attempt = 1; ; attempt++) {
            try {
                return gate.applyParked(event);
            } catch (UnknownKind e) {
                return false;
            } catch (RuntimeException e) {
                if (Transience.isTransient(e)) {
                    throw e;
                }
                if (attempt >= attempts) {
                    gate.rejectParked(event, e);
                    return false;
                }
            }
        }
    }

    private static Set<String> keysOf(List<ConsumerRecord<byte[], byte[]>> records) {
        var keys = new TreeSet<String>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() != null) {
                keys.add(new String(record.key(), UTF_8));
            }
        }
        return keys;
    }
}
