package org.citycertification.scoring.whatif.messaging;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.citycertification.messaging.KafkaClients;
import org.citycertification.schemas.wire.RegistryUnavailable;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.run.Progress;
import org.citycertification.scoring.run.RunFailure;
import org.citycertification.scoring.run.messaging.PastSubmission;
import org.citycertification.scoring.run.messaging.SubmissionHistory;
import org.citycertification.scoring.whatif.PastAssessments;

/** The submission topic, read to the end that it has at the start; no offset is committed anywhere. */
public final class KafkaPastAssessments implements PastAssessments {
    private final KafkaClients clients;
    private final WireFormat wire;

    /** With clients that read and write as this service does. */
    public KafkaPastAssessments(KafkaClients clients, WireFormat wire) {
        this.clients = clients;
        this.wire = wire;
    }

    @Override
    public void read(Reader reader, Progress progress) {
        try (Consumer<byte[], byte[]> consumer = clients.consumerWithoutGroup()) {
            var history = new SubmissionHistory(consumer);
            var from = history.beginnings();
            var ends = history.ends();
            history.seek(from);
            long all = SubmissionHistory.between(from, ends);
            for (var batch = history.next(ends); batch.isPresent(); batch = history.next(ends)) {
                batch.get().records().forEach(record -> pass(record, reader));
                progress.at(SubmissionHistory.between(from, batch.get().positions()), all);
            }
        } catch (KafkaException | RegistryUnavailable e) {
            throw new RunFailure("The submissions cannot be read: " + e.getMessage(), e);
        }
    }

    private void pass(ConsumerRecord<byte[], byte[]> record, Reader reader) {
        var past = PastSubmission.in(record, wire);
        if (past instanceof PastSubmission.Version version) {
            var event = version.event();
            reader.assessment(
                    event.getSubmissionId(),
                    event.getVersion(),
                    version.received().getCityId(),
                    version.edition(),
                    version.assessment());
        } else {
            reader.leftOut(past.toString());
        }
    }
}
