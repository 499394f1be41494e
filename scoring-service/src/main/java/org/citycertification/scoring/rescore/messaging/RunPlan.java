package org.citycertification.scoring.rescore.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.scoring.rescore.Selection;
import org.citycertification.scoring.run.RunFailure;
import org.citycertification.scoring.run.RunId;
import org.citycertification.scoring.run.messaging.SubmissionHistory;

/**
 * Where a run stands and where it ends. The group's offsets are the only record of it: each carries, as its metadata, the
 * partition's end and the selection with which the run was first started.
 */
record RunPlan(
        boolean isNew,
        Map<TopicPartition, Long> from,
        Map<TopicPartition, Long> ends,
        Map<TopicPartition, String> notes) {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    private static final String SEPARATOR = " ";

    RunPlan {
        from = Map.copyOf(from);
        ends = Map.copyOf(ends);
        notes = Map.copyOf(notes);
    }

    /** The plan that the group's offsets hold, or a new one up to the end of now. */
    static RunPlan of(RunId run, Selection selection, Consumer<?, ?> consumer, SubmissionHistory history) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        consumer.committed(Set.copyOf(history.partitions()), LONGEST_CALL).forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition, offset);
            }
        });
        return committed.isEmpty() ? fresh(selection, history) : known(run, selection, committed);
    }

    private static RunPlan fresh(Selection selection, SubmissionHistory history) {
        Map<TopicPartition, Long> ends = history.ends();
        Map<TopicPartition, String> notes = new HashMap<>();
        ends.forEach((partition, end) -> notes.put(partition, end + SEPARATOR + selection.fingerprint()));
        return new RunPlan(true, history.beginnings(), ends, notes);
    }

    private static RunPlan known(RunId run, Selection selection, Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<TopicPartition, Long> from = new HashMap<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<TopicPartition, String> notes = new HashMap<>();
        committed.forEach((partition, offset) -> {
            String[] note = offset.metadata().split(SEPARATOR, 2);
            if (note.length != 2 || !note[1].equals(selection.fingerprint())) {
                throw new RunFailure("Run " + run + " was started with another selection ("
                        + (note.length == 2 ? note[1] : "unknown")
                        + "); continue it with that one, or use another name");
            }
            from.put(partition, offset.offset());
            ends.put(partition, Long.valueOf(note[0]));
            notes.put(partition, offset.metadata());
        });
        return new RunPlan(false, from, ends, notes);
    }

    /** Whether every end was reached by an earlier start. */
    boolean isFinished() {
        return !isNew && SubmissionHistory.between(from, ends) == 0;
    }

    /** Positions as they are to be committed. */
    Map<TopicPartition, OffsetAndMetadata> offsets(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        positions.forEach((partition, position) ->
                offsets.put(partition, new OffsetAndMetadata(position, notes.getOrDefault(partition, ""))));
        return offsets;
    }
}
