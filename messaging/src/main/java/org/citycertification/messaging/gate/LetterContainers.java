package org.citycertification.messaging.gate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citycertification.messaging.MessagingProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * Reads the dead-letter topics of a service, one container for each, and sweeps: what is parked, and which letters have
 * expired. Only the second asks the broker, and so has a thread of its own that may wait for it.
 */
public final class LetterContainers implements SmartLifecycle {
    private final Map<String, ConcurrentMessageListenerContainer<byte[], byte[]>> containers = new LinkedHashMap<>();
    private final List<TopicReader> readers;
    private final List<Sweep> sweeps;

    LetterContainers(
            List<TopicReader> readers, ConsumerFactory<byte[], byte[]> consumers, MessagingProperties settings) {
        this.readers = List.copyOf(readers);
        List<Runnable> parked = readers.stream()
                .<Runnable>map(reader -> () -> reader.listener().unpark(null))
                .toList();
        List<Runnable> expired = readers.stream()
                .flatMap(reader -> reader.expiry().stream())
                .<Runnable>map(expiry -> expiry::sweep)
                .toList();
        Duration every = settings.readers().sweep();
        this.sweeps = List.of(new Sweep("parked-sweep", parked, every), new Sweep("letter-sweep", expired, every));
        readers.forEach(reader -> containers.put(reader.letterTopic(), container(reader, consumers, settings)));
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            TopicReader reader, ConsumerFactory<byte[], byte[]> consumers, MessagingProperties settings) {
        var properties = new ContainerProperties(reader.letterTopic());
        properties.setMessageListener(reader.resolutions());
        properties.setGroupId(settings.service());
        properties.setMissingTopicsFatal(false);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(settings.service() + "." + reader.letterTopic());
        container
                .getContainerProperties()
                .setConsumerRebalanceListener(new StoredOffsets(
                        reader.letterPositions(),
                        partitions -> reader.resolutions().forgetTrouble(),
                        container::isRunning));
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

    /** What holds resolutions up, by topic. */
    public Map<String, String> trouble() {
        Map<String, String> trouble = new LinkedHashMap<>();
        for (TopicReader reader : readers) {
            String text = reader.resolutions().trouble();
            if (text != null) {
                trouble.put(reader.letterTopic(), text);
            }
        }
        return trouble;
    }

    @Override
    public void start() {
        containers.values().forEach(ConcurrentMessageListenerContainer::start);
        sweeps.forEach(Sweep::start);
    }

    @Override
    public void stop() {
        sweeps.forEach(Sweep::stop);
        containers.values().forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return containers.values().stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
    }
}
