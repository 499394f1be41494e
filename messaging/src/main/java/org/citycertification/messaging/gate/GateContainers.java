package org.citycertification.messaging.gate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.messaging.MessagingProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
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
    private final List<TopicReader> readers;
    private final Sweep sweep;

    GateContainers(List<TopicReader> readers, ConsumerFactory<byte[], byte[]> consumers, MessagingProperties settings) {
        this.readers = List.copyOf(readers);
        this.sweep = new Sweep(
                readers.stream().<GateListener<?>>map(TopicReader::listener).toList(),
                settings.readers().sweep());
        for (TopicReader reader : readers) {
            var records = container(
                    reader.topic(), reader.listener(), reader.listener().positions(), consumers, settings);
            records.setConcurrency(settings.readers().threads());
            containers.put(reader.topic(), records);
            containers.put(
                    reader.letterTopic(),
                    container(
                            reader.letterTopic(), reader.resolutions(), reader.letterPositions(), consumers, settings));
        }
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            String topic,
            BatchMessageListener<byte[], byte[]> listener,
            Positions positions,
            ConsumerFactory<byte[], byte[]> consumers,
            MessagingProperties settings) {
        var properties = new ContainerProperties(topic);
        properties.setMessageListener(listener);
        properties.setGroupId(settings.service());
        properties.setConsumerRebalanceListener(new SeekToStoredOffset(positions));
        properties.setMissingTopicsFatal(false);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
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
        for (TopicReader reader : readers) {
            note(trouble, reader.topic(), reader.listener().trouble());
            note(trouble, reader.letterTopic(), reader.resolutions().trouble());
        }
        return trouble;
    }

    private static void note(Map<String, String> trouble, String topic, @Nullable String text) {
        if (text != null) {
            trouble.put(topic, text);
        }
    }

    @Override
    public void start() {
        containers.values().forEach(ConcurrentMessageListenerContainer::start);
        sweep.start();
    }

    @Override
    public void stop() {
        sweep.stop();
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
