package org.citycertification.messaging.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.messaging.headers.CloudEventHeaders;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.RawRecord;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.Outcomes;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Result;
import org.citycertification.schemas.wire.WireFormat;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries resolutions out, each once: its effect, its answer and the next offset are one database transaction. */
final class Resolutions {
    private final TransactionTemplate transaction;
    private final Positions offsets;
    private final LetterRows rows;
    private final Outbox outbox;
    private final WireFormat wire;
    private final String service;
    private final Clock clock;

    /** @param offsets those of the dead-letter topic */
    Resolutions(
            TransactionTemplate transaction,
            Positions offsets,
            LetterRows rows,
            Outbox outbox,
            WireFormat wire,
            String service,
            Clock clock) {
        this.transaction = transaction;
        this.offsets = offsets;
        this.rows = rows;
        this.outbox = outbox;
        this.wire = wire;
        this.service = service;
        this.clock = clock;
    }

    /** A resolution as it was read from the topic. */
    record Request(ConsumerRecord<byte[], byte[]> record, DeadLetterEvent event) {}

    /** Passes over a record that asks for nothing. */
    void pass(ConsumerRecord<byte[], byte[]> record) {
        once(record, () -> {});
    }

    /** Learns of a letter that this database may never have heard of. */
    void note(DeadLetter letter) {
        once(letter.record(), () -> rows.note(letter));
    }

    /** Answers without doing anything. */
    void refuse(Request request, String why) {
        once(request.record(), () -> answer(request, Result.NO_EFFECT, why));
    }

    /** Does the work if the letter is still open; what it throws undoes everything. */
    void resolve(Request request, DeadLetter letter, Supplier<Result> work) {
        once(request.record(), () -> {
            if (!rows.lockOpen(letter)) {
                answer(request, Result.NO_EFFECT, "The dead letter was closed already.");
                return;
            }
            Result result = work.get();
            switch (result) {
                case APPLIED, ALREADY_APPLIED, PARKED -> rows.redriven(letter);
                case DISCARDED -> rows.discarded(letter);
                default -> {
                    // FAILED_AGAIN: still open, with a new letter.
                }
            }
            answer(request, result, Outcomes.sentence(result));
        });
    }

    private void once(ConsumerRecord<byte[], byte[]> record, Runnable work) {
        transaction.executeWithoutResult(status -> {
            long next = offsets.lockOffsets(List.of(record.partition())).getOrDefault(record.partition(), 0L);
            if (record.offset() >= next) {
                work.run();
                offsets.saveOffsets(Map.of(record.partition(), record.offset() + 1));
            }
        });
    }

    private void answer(Request request, Result result, String detail) {
        DeadLetterEvent event = Outcomes.of(request.event(), result, detail, clock.instant());
        ConsumerRecord<byte[], byte[]> record = request.record();
        String key = record.key() == null ? "" : new String(record.key(), UTF_8);
        outbox.append(new RawRecord(
                record.topic(),
                record.partition(),
                record.key(),
                wire.encode(record.topic(), event),
                CloudEventHeaders.of(event.getEventId(), "Outcome", "/" + service, key, event.getOccurredAt())));
    }
}
