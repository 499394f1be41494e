package org.citycertification.messaging.gate;

import java.util.List;
import org.citycertification.messaging.MessagingProperties;
import org.springframework.kafka.core.ConsumerFactory;

/** The readers of all subscriptions of a service; the containers give them records. */
public final class TopicReaders {
    private final List<TopicReader> readers;
    private final MessagingProperties settings;

    TopicReaders(List<TopicReader> readers, MessagingProperties settings) {
        this.readers = List.copyOf(readers);
        this.settings = settings;
    }

    /** One container for each subscription, not started yet. */
    public GateContainers containers(ConsumerFactory<byte[], byte[]> consumers) {
        return new GateContainers(
                readers.stream().<GateListener<?>>map(TopicReader::listener).toList(),
                readers.stream().map(TopicReader::topic).toList(),
                consumers,
                settings);
    }

    /** One container for each subscription's dead letters, not started yet. */
    public LetterContainers letterContainers(ConsumerFactory<byte[], byte[]> consumers) {
        return new LetterContainers(readers, consumers, settings);
    }
}
