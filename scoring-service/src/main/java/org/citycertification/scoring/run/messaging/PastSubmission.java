package org.citycertification.scoring.run.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.intake.v1.SubmissionReceived;
import org.citycertification.schemas.wire.UndecodableRecord;
import org.citycertification.schemas.wire.UnknownSchemaId;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.scorecard.domain.Assessment;
import org.citycertification.scoring.scorecard.messaging.AssessmentMapper;

/** A record of the past: a submission version, or something that has none. */
public sealed interface PastSubmission {

    /** A version that a city sent. */
    record Version(SubmissionEvent event, SubmissionReceived received, EditionId edition, Assessment assessment)
            implements PastSubmission {}

    /** A record from which nothing can be scored; it was a dead letter when it was new. */
    record LeftOut(int partition, long offset, String reason) implements PastSubmission {
        @Override
        public String toString() {
            return "partition " + partition + " offset " + offset + ": " + reason;
        }
    }

    /**
     * What a record holds.
     *
     * @throws org.citycertification.schemas.wire.RegistryUnavailable if the registry gives no answer
     */
    static PastSubmission in(ConsumerRecord<byte[], byte[]> record, WireFormat wire) {
        if (record.value() == null) {
            return leftOut(record, "The record has no value");
        }
        try {
            return read(record, wire.decode(record.value(), SubmissionEvent.class));
        } catch (UndecodableRecord | UnknownSchemaId | IllegalArgumentException e) {
            return leftOut(record, String.valueOf(e.getMessage()));
        }
    }

    private static PastSubmission read(ConsumerRecord<byte[], byte[]> record, SubmissionEvent event) {
        var received = event.getReceived();
        if (received == null) {
            return leftOut(record, "No kind of change is set that this build knows");
        }
        return new Version(
                event,
                received,
                new EditionId(received.getEditionId()),
                AssessmentMapper.toAssessment(received, event.getOccurredAt()));
    }

    private static LeftOut leftOut(ConsumerRecord<byte[], byte[]> record, String reason) {
        return new LeftOut(record.partition(), record.offset(), reason);
    }
}
