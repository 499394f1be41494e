package org.citycertification.messaging.mirror;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who wait until everything was read that a topic holds when they ask. All who wait at one moment are answered together, so
 * that many questions cost no more than one.
 */
final class Waiting {
    private static final Logger log = LoggerFactory.getLogger(Waiting.class);

    private final String topic;
    private final Queue<CompletableFuture<Void>> next = new ConcurrentLinkedQueue<>();

    /** Of the thread that reads; it outlives a consumer that has to be replaced. */
    private @Nullable Group current;

    Waiting(String topic) {
        this.topic = topic;
    }

    /** Who waits for which end; it is asked for after the last of them came. */
    private record Group(List<CompletableFuture<Void>> members, CompletableFuture<Map<TopicPartition, Long>> ends) {
        boolean isGone() {
            return members.stream().allMatch(Future::isDone);
        }
    }

    /** Returns whether everything was read in time. */
    boolean await(Duration atMost) {
        var member = new CompletableFuture<Void>();
        next.add(member);
        try {
            member.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            member.cancel(false);
            next.removeIf(Future::isDone);
        }
    }

    /** Whether somebody hears soon. */
    boolean isAnswering() {
        return current != null || !next.isEmpty();
    }

    /** To be called after each reading, by the one thread that reads. */
    void answer(Consumer<?, ?> consumer, Supplier<CompletableFuture<Map<TopicPartition, Long>>> ask) {
        if (current == null && !next.isEmpty()) {
            current = new Group(takeAll(), ask.get());
        }
        Group group = current;
        if (group == null) {
            return;
        }
        if (group.isGone()) {
            current = null;
        } else if (group.ends().isCompletedExceptionally()) {
            log.warn("The end of {} is asked for again: {}", topic, reason(group.ends()));
            next.addAll(group.members());
            current = null;
        } else if (group.ends().isDone() && isReached(consumer, group.ends().join())) {
            group.members().forEach(member -> member.complete(null));
            current = null;
        }
    }

    private List<CompletableFuture<Void>> takeAll() {
        List<CompletableFuture<Void>> taken = new ArrayList<>();
        for (CompletableFuture<Void> member = next.poll(); member != null; member = next.poll()) {
            taken.add(member);
        }
        return taken;
    }

    private static String reason(CompletableFuture<?> failed) {
        return failed.handle((result, failure) -> String.valueOf(failure)).join();
    }

    static boolean isReached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
