package org.citycertification.scoring.scorecard.messaging;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.messaging.failure.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Answers a batch in one Kafka transaction, which also moves the group's offsets; the container itself commits nothing.
 * At the first record that has to wait the batch ends: what comes before is committed, and the container comes again with
 * that record. A batch that a record keeps from being written is redone record by record.
 */
final class SubmissionListener implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(SubmissionListener.class);

    private final Replies replies;
    private final ReplyTransaction transaction;
    private final ReplyCounters counters;
    private final int attempts;
    private final PartitionTrouble trouble = new PartitionTrouble();

    SubmissionListener(Replies replies, ReplyTransaction transaction, ReplyCounters counters, int attempts) {
        this.replies = replies;
        this.transaction = transaction;
        this.counters = counters;
        this.attempts = attempts;
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
        answer(records, consumer);
    }

    private void answer(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        List<Reply> made = new ArrayList<>(records.size());
        for (var record : records) {
            try {
                made.add(replies.to(record));
            } catch (RuntimeException e) {
                commit(made, consumer);
                throw comeAgain(record, e);
            }
        }
        commit(made, consumer);
    }

    private void commit(List<Reply> made, Consumer<?, ?> consumer) {
        if (made.isEmpty()) {
            return;
        }
        try {
            commitNow(made, consumer);
        } catch (RuntimeException e) {
            if (!Refusal.isCauseOf(e)) {
                throw comeAgain(made.get(0).source(), e);
            }
            log.warn("A batch of {} is redone record by record: {}", made.size(), e.toString());
            made.forEach(reply -> commitAlone(reply, consumer));
        }
    }

    private void commitAlone(Reply reply, Consumer<?, ?> consumer) {
        for (int attempt = 1; ; attempt++) {
            try {
                commitNow(List.of(reply), consumer);
                return;
            } catch (RuntimeException e) {
                if (!Refusal.isCauseOf(e)) {
                    throw comeAgain(reply.source(), e);
                }
                if (attempt >= attempts) {
                    giveUp(reply, attempt, e, consumer);
                    return;
                }
            }
        }
    }

    private void giveUp(Reply reply, int attempt, RuntimeException failure, Consumer<?, ?> consumer) {
        var reason = "Its reply failed alone " + attempt + " times: " + failure;
        try {
            commitNow(List.of(replies.deadLetter(reply.source(), reason, failure, 1)), consumer);
        } catch (RuntimeException e) {
            throw comeAgain(reply.source(), e);
        }
    }

    private void commitNow(List<Reply> made, Consumer<?, ?> consumer) {
        transaction.commit(made, consumer.groupMetadata());
        made.forEach(reply -> trouble.end(reply.source()));
        counters.count(made);
    }

    private BatchListenerFailedException comeAgain(ConsumerRecord<byte[], byte[]> record, RuntimeException cause) {
        trouble.note(record, cause);
        return new BatchListenerFailedException("Waiting: " + cause, cause, record);
    }
}
