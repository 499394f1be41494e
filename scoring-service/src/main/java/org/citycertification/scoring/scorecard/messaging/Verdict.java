package org.citycertification.scoring.scorecard.messaging;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citycertification.schemas.deadletter.Outcomes;
import org.citycertification.schemas.deadletter.v1.Result;

/**
 * What comes of a resolution: the records that carry it out, and how it is answered.
 *
 * @param records a scorecard, a new dead letter, or nothing
 */
record Verdict(List<ProducerRecord<byte[], byte[]>> records, Result result, String detail) {

    static Verdict of(ProducerRecord<byte[], byte[]> record, Result result) {
        return new Verdict(List.of(record), result, Outcomes.sentence(result));
    }

    static Verdict nothing(Result result, String detail) {
        return new Verdict(List.of(), result, detail);
    }
}
