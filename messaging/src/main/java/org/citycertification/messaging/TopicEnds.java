package org.citycertification.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Where partitions end, with what is not committed yet. Only who has read committed records up to there has seen all that was
 * committed before: a producer learns that its transaction is committed a moment before readers can see it.
 */
public final class TopicEnds {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;

    public TopicEnds(Admin admin) {
        this.admin = admin;
    }

    /**
     * The offset after the last record of each partition.
     *
     * @throws TimeoutException if the broker does not tell
     */
    public Map<TopicPartition, Long> of(Collection<TopicPartition> partitions) {
        try {
            return ask(partitions).get();
        } catch (ExecutionException e) {
            throw new TimeoutException("The ends of " + partitions + " are not known: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The same for whoever does not want to wait; it fails if the broker has not told within ten seconds. */
    public CompletableFuture<Map<TopicPartition, Long>> ask(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        var options = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED).timeoutMs((int) PATIENCE.toMillis());
        return admin.listOffsets(latest, options)
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(found -> {
                    Map<TopicPartition, Long> ends = new HashMap<>();
                    found.forEach((partition, end) -> ends.put(partition, end.offset()));
                    return ends;
                });
    }
}
