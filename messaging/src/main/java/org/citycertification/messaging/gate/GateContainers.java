package org.citycertification.messaging.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.messaging.MessagingProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Starts one listener container for each subscription; each reads on from the offset that the database holds. */
public final class GateContainers implements SmartLifecycle {
    private static final long FIRST_BACK_OFF_MILLIS = 200;
    private static final long LONGEST_BACK_OFF_MILLIS = 2_000;
    private static final double BACK_OFF_FACTOR = 2;

    private final Map<String, ConcurrentMessageListenerContainer<byte[], byte[]>> containers = new LinkedHashMap<>();
    private final List<GateListener<?>> listeners = new ArrayList<>();

    GateContainers(
            List<GateListener<?>> listeners,
            List<String> topics,
            ConsumerFactory<byte[], byte[]> consumers,
            MessagingProperties settings) {
        for (int i = 0; i < topics.size(); i++) {
            this.listeners.add(listeners.get(i));
            containers.put(topics.get(i), container(topics.get(i), listeners.get(i), consumers, settings));
        }
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            String topic,
            GateListener<?> listener,
            ConsumerFactory<byte[], byte[]> consumers,
            MessagingProperties settings) {
        var properties = new ContainerProperties(topic);
        properties.setMessageListener(listener);
        properties.setGroupId(settings.service());
        properties.setConsumerRebalanceListener(new SeekToStoredOffset(listener.positions()));
        properties.setMissingTopicsFatal(false);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(settings.readers().threads());
        container.setBeanName(settings.service() + "." + topic);
        container.setCommonErrorHandler(untilItWorks());
        return container;
    }

    /** What comes out of the listener is passing trouble; giving up would lose records. */
    private static DefaultErrorHandler untilItWorks() {
        var backOff = new ExponentialBackOff(FIRST_BACK_OFF_MILLIS, BACK_OFF_FACTOR);
        backOff.setMaxInterval(LONGEST_BACK_OFF_MILLIS);
        return new DefaultErrorHandler(backOff);
    }

    /** Topics whose container has stopped although the service runs. */
    public List<String> stopped() {
        return containers.entrySet().stream()
                .filter(entry -> !isWorking(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isWorking(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
        return container.isRunning() && container.getContainers().stream().allMatch(child -> child.isRunning());
    }

    /** What holds readers up, by topic. */
    public Map<String, String> trouble() {
        Map<String, String> trouble = new LinkedHashMap<>();
        List<String> topics = List.copyOf(containers.keySet());
        for (int i = 0; i < topics.size(); i++) {
            String text = listeners.get(i).trouble();
            if (text != null) {
                trouble.put(topics.get(i), text);
            }
        }
        return trouble;
    }

    @Override
    public void start() {
        containers.values().forEach(ConcurrentMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        containers.values().forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return containers.values().stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
    }

    private record SeekToStoredOffset(Positions positions) implements ConsumerAwareRebalanceListener {
        @Override
        public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            for (TopicPartition partition : partitions) {
                OptionalLong next = positions.nextOffset(partition.partition());
                if (next.isPresent()) {
                    consumer.seek(partition, next.getAsLong());
                } else {
                    consumer.seekToBeginning(List.of(partition));
                }
            }
        }
    }
}
