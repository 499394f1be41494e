package org.citycertification.schemas.deadletter;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.wire.UndecodableRecord;
import org.citycertification.schemas.wire.UnknownSchemaId;
import org.citycertification.schemas.wire.WireFormat;
import org.jspecify.annotations.Nullable;

/** Folds the records of dead-letter topics, partition by partition in order, into the letters and their state. */
public final class DeadLetterLog {
    private final WireFormat wire;
    private final Map<Place, DeadLetterFile> files = new LinkedHashMap<>();
    private final Map<Place, Integer> attempts = new HashMap<>();
    private final Set<java.util.UUID> events = new HashSet<>();

    public DeadLetterLog(WireFormat wire) {
        this.wire = wire;
    }

    /** Takes the next record. */
    public void add(ConsumerRecord<byte[], byte[]> record) {
        Optional<DeadLetter> letter = DeadLetter.of(record);
        if (letter.isPresent()) {
            open(letter.get());
            return;
        }
        DeadLetterEvent event = event(wire, record);
        if (event != null && events.add(event.getEventId())) {
            DeadLetterFile file = files.get(new Place(record.topic(), record.partition(), event.getLetterOffset()));
            if (file != null) {
                file.add(event);
            }
        }
    }

    /** A publisher that was interrupted repeats its records; the repetition is not another refusal. */
    private void open(DeadLetter letter) {
        ConsumerRecord<byte[], byte[]> record = letter.record();
        var source = new Place(record.topic(), record.partition(), letter.sourceOffset());
        if (letter.attempt() > attempts.getOrDefault(source, 0)) {
            attempts.put(source, letter.attempt());
            files.put(new Place(record.topic(), record.partition(), record.offset()), new DeadLetterFile(letter));
        }
    }

    /** All letters in the order in which they were read. */
    public Collection<DeadLetterFile> files() {
        return Collections.unmodifiableCollection(files.values());
    }

    /** The letter at an offset of a dead-letter topic. */
    public Optional<DeadLetterFile> at(TopicPartition partition, long offset) {
        return Optional.ofNullable(files.get(new Place(partition.topic(), partition.partition(), offset)));
    }

    /** The event in a record that is not a letter; null if it is nothing that belongs on a dead-letter topic. */
    public static @Nullable DeadLetterEvent event(WireFormat wire, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            return wire.decode(record.value(), DeadLetterEvent.class);
        } catch (UndecodableRecord | UnknownSchemaId e) {
            return null;
        }
    }

    private record Place(String topic, int partition, long offset) {}
}
