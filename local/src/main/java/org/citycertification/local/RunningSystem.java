package org.citycertification.local;

import java.util.Map;

/**
 * A running system as its users reach it, however it was started.
 *
 * @param ports of the services
 * @param bootstrapServers of Kafka
 * @param registryUrl of the schema registry's Confluent-compatible API
 * @param kafkaClient what a Kafka client must bring besides, such as its name and password; empty where nobody asks
 * @param mails what was mailed
 */
public record RunningSystem(
        LocalPorts ports, String bootstrapServers, String registryUrl, Map<String, String> kafkaClient, Mails mails) {

    /** What {@code docker compose up} has started on this machine. */
    public static RunningSystem inContainers(Map<String, String> kafkaClient) {
        LocalPorts ports = LocalPorts.wellKnown();
        return new RunningSystem(
                ports,
                "localhost:9092",
                "http://localhost:8081/apis/ccompat/v7",
                kafkaClient,
                new SentNotices(new Api(ports), ports.notification()));
    }
}
