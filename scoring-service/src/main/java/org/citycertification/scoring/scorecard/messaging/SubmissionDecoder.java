package org.citycertification.scoring.scorecard.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.messaging.failure.SchemaPatience;
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
    private final SchemaPatience patience;

    SubmissionDecoder(WireFormat wire, Duration patience, Clock clock) {
        this.wire = wire;
        this.patience = new SchemaPatience(patience, clock);
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
            if (patience.lasts(e)) {
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
}
