package org.citycertification.scoring.scorecard.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.citycertification.messaging.failure.DeadLetterHeaders;
import org.citycertification.messaging.failure.Transience;
import org.citycertification.messaging.headers.CloudEventHeaders;
import org.citycertification.messaging.headers.Traces;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.scorecard.ScoreSubmission;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the one record that answers a record: its scorecard, or a dead letter if it can never have one. */
final class Replies {

    private static final Logger log = LoggerFactory.getLogger(Replies.class);

    private final SubmissionDecoder decoder;
    private final ScoreSubmission scoreSubmission;
    private final WireFormat wire;
    private final Traces traces;
    private final String service;
    private final Clock clock;
    private final int attempts;

    Replies(
            SubmissionDecoder decoder,
            ScoreSubmission scoreSubmission,
            WireFormat wire,
            Traces traces,
            String service,
            int attempts,
            Clock clock) {
        this.decoder = decoder;
        this.scoreSubmission = scoreSubmission;
        this.wire = wire;
        this.traces = traces;
        this.service = service;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * The reply to a record. It fails only for passing trouble (registry away, edition not yet seen), after which the same
     * record is to be tried again.
     */
    Reply to(ConsumerRecord<byte[], byte[]> record) {
        return to(record, 1);
    }

    /** @param refusal how often the record will have been refused if it is now */
    Reply to(ConsumerRecord<byte[], byte[]> record, int refusal) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inTrace(record);
            } catch (BrokenRecord e) {
                return deadLetter(record, e.reason(), e.getCause(), refusal);
            } catch (RuntimeException e) {
                if (Transience.isTransient(e)) {
                    throw e;
                }
                if (attempt >= attempts) {
                    return deadLetter(record, "Failed alone " + attempt + " times: " + e, e, refusal);
                }
            }
        }
    }

    /** Gives a record up: its bytes, key and headers as they came, and why. */
    Reply deadLetter(ConsumerRecord<byte[], byte[]> record, String reason, @Nullable Throwable failure, int refusal) {
        log.error("Dead letter: partition {} offset {}: {}", record.partition(), record.offset(), reason, failure);
        var headers = DeadLetterHeaders.of(record, service, reason, failure, clock.instant(), refusal);
        var topic = Topics.deadLetters(record.topic(), service);
        return new Reply(
                record, new ProducerRecord<>(topic, record.partition(), record.key(), record.value(), headers), false);
    }

    private Reply inTrace(ConsumerRecord<byte[], byte[]> record) {
        List<Reply> made = new ArrayList<>(1);
        traces.continued(record.headers(), "score submission", () -> made.add(scored(record)));
        return made.get(0);
    }

    private Reply scored(ConsumerRecord<byte[], byte[]> record) {
        return new Reply(record, record(record.key(), scorecard(decoder.decode(record))), true);
    }

    /** The record that carries an answer. */
    ProducerRecord<byte[], byte[]> record(byte[] key, ScorecardEvent answer) {
        var value = wire.encode(Topics.SCORECARD, answer);
        if (value.length > ScorecardMapper.LARGEST_VALUE) {
            throw new BrokenRecord("Its scorecard would have " + value.length + " bytes; "
                    + ScorecardMapper.LARGEST_VALUE + " is the most that a topic takes");
        }
        log.info("Submission {} version {}: answered", answer.getSubmissionId(), answer.getVersion());
        return new ProducerRecord<>(Topics.SCORECARD, null, key, value, headers(answer));
    }

    private ScorecardEvent scorecard(SubmissionEvent submission) {
        var received = submission.getReceived();
        if (received == null) {
            throw new BrokenRecord(
                    "No kind of change is set that this version of scoring knows; upgrade it, then redrive");
        }
        try {
            var assessment = AssessmentMapper.toAssessment(received, submission.getOccurredAt());
            return scoreSubmission
                    .score(new EditionId(received.getEditionId()), assessment)
                    .fold(
                            (edition, scored) -> ScorecardMapper.toEvent(submission, received, edition, scored),
                            Replies::noSuchEdition,
                            Replies::notYet);
        } catch (IllegalArgumentException e) {
            throw new BrokenRecord("The contract is broken: " + e.getMessage(), e);
        }
    }

    private static ScorecardEvent noSuchEdition(EditionId edition) {
        throw new BrokenRecord("Edition " + edition + " is not published");
    }

    private static ScorecardEvent notYet(EditionId edition) {
        throw new EditionNotYetKnown(edition);
    }

    private Headers headers(ScorecardEvent event) {
        var subject = event.getSubmissionId().toString();
        var headers = CloudEventHeaders.of(
                event.getEventId(),
                event.getScored() == null ? "NotScored" : "SubmissionScored",
                "/" + service,
                subject,
                event.getOccurredAt());
        traces.inject(headers);
        return headers;
    }
}
