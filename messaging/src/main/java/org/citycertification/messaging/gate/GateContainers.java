package org.citycertification.messaging.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citycertification.messaging.MessagingProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** Starts one listener container for each subscription; each reads on from the offset that the database holds. */
public final class GateContainers implements SmartLifecycle {
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
        properties.setMissingTopicsFatal(false);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(settings.readers().threads());
        container.setBeanName(settings.service() + "." + topic);
        container
                .getContainerProperties()
                .setConsumerRebalanceListener(
                        new StoredOffsets(listener.positions(), listener::forgetTrouble, container::isRunning));
        container.setCommonErrorHandler(new ReadAgain());
        return container;
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

    /** What holds readers up, by partition as {@code <topic>-<number>}. */
    public Map<String, String> trouble() {
        Map<String, String> trouble = new TreeMap<>();
        List<String> topics = List.copyOf(containers.keySet());
        for (int i = 0; i < topics.size(); i++) {
            String topic = topics.get(i);
            listeners.get(i).trouble().forEach((partition, text) -> trouble.put(topic + "-" + partition, text));
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
}
