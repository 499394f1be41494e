package org.citycertification.scoring.rescore.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.citycertification.messaging.KafkaClients;
import org.citycertification.schemas.wire.RegistryUnavailable;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.rescore.Rescore;
import org.citycertification.scoring.rescore.Selection;
import org.citycertification.scoring.run.Progress;
import org.citycertification.scoring.run.RunFailure;
import org.citycertification.scoring.run.RunId;
import org.citycertification.scoring.run.messaging.PastSubmission;
import org.citycertification.scoring.run.messaging.SubmissionHistory;
import org.citycertification.scoring.scorecard.ScoreSubmission;

/**
 * A run on Kafka alone. The results of a batch and the position after it are committed in one transaction, so a run that
 * is killed and started again writes each result once. The run's name is its transactional id: a second process with the
 * same name takes the run over from the first.
 */
public final class KafkaRescore implements Rescore {
    private static final int BATCH = 500;

    private final KafkaClients clients;
    private final ScoreSubmission scoreSubmission;
    private final WireFormat wire;

    /** With clients that read and write as this service does. */
    public KafkaRescore(KafkaClients clients, ScoreSubmission scoreSubmission, WireFormat wire) {
        this.clients = clients;
        this.scoreSubmission = scoreSubmission;
        this.wire = wire;
    }

    @Override
    public Summary run(RunId run, Selection selection, Progress progress) {
        try (Producer<byte[], byte[]> producer = clients.producers(run.group()).get();
                Consumer<byte[], byte[]> consumer =
                        clients.consumers(run.group(), BATCH).createConsumer()) {
            // Ends what a killed process left open; only then the group's offsets are certain.
            producer.initTransactions();
            var mapper = new RescoreMapper(run, selection, scoreSubmission, wire);
            return new Attempt(producer, consumer, mapper).run(run, selection, progress);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new RunFailure("Another process has taken over run " + run + "; this one ends", e);
        } catch (KafkaException | RegistryUnavailable e) {
            throw new RunFailure("Run " + run + " stopped: " + e.getMessage() + "; start it again, it continues", e);
        }
    }

    /** The run as far as this process gets. */
    private static final class Attempt {
        private static final int EXAMPLES = 20;

        private final Producer<byte[], byte[]> producer;
        private final Consumer<byte[], byte[]> consumer;
        private final RescoreMapper mapper;
        private final List<String> examples = new ArrayList<>();
        private long scored;
        private long notScored;
        private long leftOut;

        Attempt(Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer, RescoreMapper mapper) {
            this.producer = producer;
            this.consumer = consumer;
            this.mapper = mapper;
        }

        Summary run(RunId run, Selection selection, Progress progress) {
            var history = new SubmissionHistory(consumer);
            RunPlan plan = RunPlan.of(run, selection, consumer, history);
            if (plan.isFinished()) {
                return new Summary(true, 0, 0, 0, List.of());
            }
            if (plan.isNew()) {
                commit(new SubmissionHistory.Batch(List.of(), plan.from()), plan);
            }
            history.seek(plan.from());
            var beginnings = history.beginnings();
            long all = SubmissionHistory.between(beginnings, plan.ends());
            for (var batch = history.next(plan.ends()); batch.isPresent(); batch = history.next(plan.ends())) {
                commit(batch.get(), plan);
                progress.at(SubmissionHistory.between(beginnings, batch.get().positions()), all);
            }
            return new Summary(false, scored, notScored, leftOut, examples);
        }

        private void commit(SubmissionHistory.Batch batch, RunPlan plan) {
            producer.beginTransaction();
            try {
                for (var record : batch.records()) {
                    write(PastSubmission.in(record, mapper.wire()));
                }
                producer.sendOffsetsToTransaction(plan.offsets(batch.positions()), consumer.groupMetadata());
                producer.commitTransaction();
            } catch (RuntimeException e) {
                producer.close(Duration.ZERO);
                throw e;
            }
        }

        private void write(PastSubmission past) {
            if (past instanceof PastSubmission.Version version && mapper.isSelected(version)) {
                var result = mapper.toRecord(version);
                var unused = producer.send(result.record());
                scored += result.scored() ? 1 : 0;
                notScored += result.scored() ? 0 : 1;
            } else if (past instanceof PastSubmission.LeftOut without) {
                leftOut++;
                if (examples.size() < EXAMPLES) {
                    examples.add(without.toString());
                }
            }
        }
    }
}
