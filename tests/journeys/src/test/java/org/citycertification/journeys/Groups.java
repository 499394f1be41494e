package org.citycertification.journeys;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.citycertification.local.RunningSystem;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;

/** The services' consumer groups as the broker knows them. */
final class Groups {
    /** That a service reads a topic. */
    record Reading(Topic topic, String service) {}

    private Groups() {}

    /** Members of each service's group that have partitions of a topic, by topic and service. */
    static Map<Reading, Integer> sharers(RunningSystem system) {
        Map<Reading, Integer> sharers = new HashMap<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.bootstrapServers()))) {
            Map<String, ConsumerGroupDescription> groups = admin.describeConsumerGroups(Topics.READERS.values().stream()
                            .flatMap(services -> services.stream())
                            .distinct()
                            .toList())
                    .all()
                    .get();
            Topics.READERS.forEach((topic, services) -> services.forEach(service ->
                    sharers.put(new Reading(topic, service), sharers(groups.get(service), topic.topicName()))));
            return sharers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int sharers(ConsumerGroupDescription group, String topic) {
        return (int) group.members().stream()
                .filter(member -> member.assignment().topicPartitions().stream()
                        .anyMatch(partition -> partition.topic().equals(topic)))
                .count();
    }
}
