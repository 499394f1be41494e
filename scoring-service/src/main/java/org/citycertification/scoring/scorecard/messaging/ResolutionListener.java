package org.citycertification.scoring.scorecard.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.messaging.failure.Refusal;
import org.citycertification.messaging.headers.CloudEventHeaders;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.DeadLetterLog;
import org.citycertification.schemas.deadletter.Outcomes;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.wire.WireFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Reads what operators want done about dead letters. Effect, answer and the group's offset are one Kafka transaction, so
 * each resolution is carried out once; whether a letter is still open, its topic says.
 */
final class ResolutionListener implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

    private final LetterHistory history;
    private final Verdicts verdicts;
    private final ReplyTransaction transaction;
    private final WireFormat wire;
    private final String service;
    private final Clock clock;
    private final PartitionTrouble trouble = new PartitionTrouble();

    ResolutionListener(
            LetterHistory history,
            Verdicts verdicts,
            ReplyTransaction transaction,
            WireFormat wire,
            String service,
            Clock clock) {
        this.history = history;
        this.verdicts = verdicts;
        this.transaction = transaction;
        this.wire = wire;
        this.service = service;
        this.clock = clock;
    }

    PartitionTrouble trouble() {
        return trouble;
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        if (consumer == null) {
            throw new IllegalStateException("offsets cannot be committed without the consumer");
        }
        for (var record : records) {
            try {
                carryOut(record, consumer);
                trouble.end(record);
            } catch (RuntimeException e) {
                trouble.note(record, e);
                throw new BatchListenerFailedException("Waiting: " + e, e, record);
            }
        }
    }

    private void carryOut(ConsumerRecord<byte[], byte[]> record, Consumer<?, ?> consumer) {
        var event = DeadLetter.of(record).isPresent() ? null : DeadLetterLog.event(wire, record);
        var resolution = event == null ? null : event.getResolution();
        if (event == null || resolution == null) {
            transaction.commit(List.of(), next(record), consumer.groupMetadata());
            return;
        }
        var partition = new TopicPartition(record.topic(), record.partition());
        var found = history.of(partition, event.getLetterOffset());
        try {
            commit(record, event, verdicts.on(event, resolution, found), consumer);
        } catch (RuntimeException e) {
            if (found.isEmpty() || !Refusal.isCauseOf(e)) {
                throw e;
            }
            commit(record, event, verdicts.refused(found.get().letter(), e), consumer);
        }
    }

    private void commit(
            ConsumerRecord<byte[], byte[]> record, DeadLetterEvent event, Verdict verdict, Consumer<?, ?> consumer) {
        List<ProducerRecord<byte[], byte[]>> effects = new ArrayList<>(verdict.records());
        effects.add(answer(record, Outcomes.of(event, verdict.result(), verdict.detail(), clock.instant())));
        transaction.commit(effects, next(record), consumer.groupMetadata());
    }

    private static Map<TopicPartition, OffsetAndMetadata> next(ConsumerRecord<byte[], byte[]> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        return Map.of(partition, new OffsetAndMetadata(record.offset() + 1));
    }

    private ProducerRecord<byte[], byte[]> answer(ConsumerRecord<byte[], byte[]> asked, DeadLetterEvent answer) {
        var subject = asked.key() == null ? "" : new String(asked.key(), UTF_8);
        var headers =
                CloudEventHeaders.of(answer.getEventId(), "Outcome", "/" + service, subject, answer.getOccurredAt());
        return new ProducerRecord<>(
                asked.topic(), asked.partition(), asked.key(), wire.encode(asked.topic(), answer), headers);
    }
}
