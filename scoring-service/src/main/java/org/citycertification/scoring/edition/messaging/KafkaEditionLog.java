package org.citycertification.scoring.edition.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.citycertification.messaging.headers.CloudEventHeaders;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.edition.EditionLog;
import org.citycertification.scoring.edition.EditionLogTaken;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.ContentHash;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Retirement;

/**
 * The edition topic under one fixed transactional id. Opening it fences every earlier writer and ends what it left
 * unfinished; only then is the topic read to its end. So no other edition can come in between reading and writing.
 */
final class KafkaEditionLog implements EditionLog {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(4);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 100;

    private final Producer<byte[], byte[]> producer;
    private final WireFormat wire;
    private final Clock clock;
    private final Map<EditionId, EditionEvent> latest = new HashMap<>();

    private KafkaEditionLog(Producer<byte[], byte[]> producer, WireFormat wire, Clock clock) {
        this.producer = producer;
        this.wire = wire;
        this.clock = clock;
    }

    static KafkaEditionLog open(
            Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer, WireFormat wire, Clock clock) {
        var log = new KafkaEditionLog(producer, wire, clock);
        try (consumer) {
            producer.initTransactions();
            log.readToEnd(consumer);
            return log;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private void readToEnd(Consumer<byte[], byte[]> consumer) {
        var partitions = consumer.partitionsFor(Topics.EDITION, LONGEST_CALL).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new TimeoutException("Topic " + Topics.EDITION + " does not exist yet; has the deploy step run?");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions, LONGEST_CALL);
        for (int i = 0; !reached(consumer, ends); i++) {
            if (i == POLLS) {
                throw new TimeoutException("The end of " + Topics.EDITION + " was not reached in time");
            }
            consumer.poll(POLL).forEach(this::note);
        }
    }

    private static boolean reached(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey(), LONGEST_CALL) >= end.getValue());
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        var event = wire.decode(record.value(), EditionEvent.class);
        if (event.getPublished() == null) {
            throw new IllegalStateException(
                    "Edition " + event.getEditionId() + " has an event of a kind that this build does not know");
        }
        latest.put(new EditionId(event.getEditionId()), event);
    }

    @Override
    public Optional<ContentHash> published(EditionId id) {
        return Optional.ofNullable(latest.get(id))
                .map(event -> new ContentHash(event.getPublished().getContentHash()));
    }

    @Override
    public Optional<Retirement> retirement(EditionId id) {
        return Optional.ofNullable(latest.get(id)).map(EditionReader::retirement);
    }

    @Override
    public void publish(PublishedEdition edition) {
        write("EditionPublished", EditionEventMapper.toEvent(edition, clock.instant()));
    }

    @Override
    public void retire(EditionId id, Retirement retirement) {
        var event = Objects.requireNonNull(latest.get(id), "an edition that is not published cannot be retired");
        // Fails where a later build has published what this one would leave out while repeating it.
        var unused = EditionReader.read(event);
        write("EditionRetired", EditionEventMapper.retired(event, retirement));
    }

    private void write(String type, EditionEvent event) {
        var key = event.getEditionId();
        var headers = CloudEventHeaders.of(event.getEventId(), type, "/scoring", key, event.getOccurredAt());
        var value = wire.encode(Topics.EDITION, event);
        producer.beginTransaction();
        try {
            var unused = producer.send(new ProducerRecord<>(Topics.EDITION, null, key.getBytes(UTF_8), value, headers));
            producer.commitTransaction();
            latest.put(new EditionId(key), event);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            close();
            throw new EditionLogTaken(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Without waiting: what is unfinished is ended by the next writer. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
