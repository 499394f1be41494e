package org.citycertification.messaging.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.citycertification.messaging.TopicEnds;
import org.citycertification.schemas.wire.WireFormat;
import org.springframework.context.SmartLifecycle;

/** Starts and stops the mirrors of a service. */
public final class Mirrors implements SmartLifecycle {
    private final List<TopicMirror<?>> mirrors;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final TopicEnds topicEnds;
    private final WireFormat wire;
    private final List<Thread> threads = new ArrayList<>();

    /** @param consumers makes a consumer without a group that reads committed records only */
    public Mirrors(
            List<TopicMirror<?>> mirrors,
            Supplier<Consumer<byte[], byte[]>> consumers,
            TopicEnds topicEnds,
            WireFormat wire) {
        this.mirrors = List.copyOf(mirrors);
        this.consumers = consumers;
        this.topicEnds = topicEnds;
        this.wire = wire;
    }

    /** Topics that have not been read to their end yet. */
    public List<String> behind() {
        return mirrors.stream()
                .filter(mirror -> !mirror.caughtUp())
                .map(TopicMirror::topic)
                .toList();
    }

    @Override
    public synchronized void start() {
        for (TopicMirror<?> mirror : mirrors) {
            var thread = new Thread(() -> mirror.follow(consumers::get, topicEnds, wire), "mirror-" + mirror.topic());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    /** Before listeners, which may need what is mirrored. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1000;
    }
}
