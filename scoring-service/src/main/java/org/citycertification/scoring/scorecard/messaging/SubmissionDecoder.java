package org.citycertification.scoring.scorecard.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.wire.UndecodableRecord;
import org.citycertification.schemas.wire.UnknownSchemaId;
import org.citycertification.schemas.wire.WireFormat;

/**
 * Turns bytes into submissions. A registry that does not answer is waited for without limit, a schema that it does not
 * know for as long as the patience lasts.
 */
final class SubmissionDecoder {

    private final WireFormat wire;
    private final Duration patience;
    private final Clock clock;
    private final Map<Integer, HeldUp> heldUp = new ConcurrentHashMap<>();

    SubmissionDecoder(WireFormat wire, Duration patience, Clock clock) {
        this.wire = wire;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * The event in a record.
     *
     * @throws BrokenRecord if there is none and never will be
     */
    SubmissionEvent decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new BrokenRecord("The record has no value");
        }
        try {
            return checked(record, wire.decode(record.value(), SubmissionEvent.class));
        } catch (UndecodableRecord e) {
            throw new BrokenRecord(String.valueOf(e.getMessage()), e);
        } catch (UnknownSchemaId e) {
            if (isPatient(record)) {
                throw e;
            }
            throw new BrokenRecord(e.getMessage() + ", after waiting " + patience, e);
        }
    }

    private static SubmissionEvent checked(ConsumerRecord<byte[], byte[]> record, SubmissionEvent event) {
        var key = record.key() == null ? "" : new String(record.key(), UTF_8);
        if (!key.equals(event.getSubmissionId().toString())) {
            throw new BrokenRecord("The record's key is " + key + ", the event's is " + event.getSubmissionId());
        }
        return event;
    }

    private boolean isPatient(ConsumerRecord<byte[], byte[]> record) {
        var now = clock.instant();
        var since = heldUp.compute(
                record.partition(),
                (partition, old) ->
                        old != null && old.offset() == record.offset() ? old : new HeldUp(record.offset(), now));
        return now.isBefore(since.from().plus(patience));
    }

    /** Since when a partition has been waiting, and at which offset. */
    private record HeldUp(long offset, Instant from) {}
}
