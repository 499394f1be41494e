package org.citycertification.schemas.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Topics that were there before this deploy step. */
final class ExistingTopics {
    private final Admin admin;

    ExistingTopics(Admin admin) {
        this.admin = admin;
    }

    /**
     * One sentence for each of these topics that is not kept in as many copies as is planned. This is advice: where it cannot
     * be had, a sentence says why.
     */
    List<String> differences(List<String> names, int replicas) {
        List<ConfigResource> resources =
                names.stream().map(ExistingTopics::resource).toList();
        try {
            Map<String, TopicDescription> topics =
                    admin.describeTopics(names).allTopicNames().get();
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(resources).all().get();
            List<String> differences = new ArrayList<>();
            for (TopicDescription topic : topics.values()) {
                minInsync(configs.get(resource(topic.name())))
                        .flatMap(minInsync -> difference(topic, minInsync).from(replicas))
                        .ifPresent(differences::add);
            }
            return differences;
        } catch (ExecutionException e) {
            return List.of("Topics that were there could not be compared with what is planned: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking at topics", e);
        }
    }

    /** Empty if the broker does not tell. */
    private static Optional<Integer> minInsync(@Nullable Config config) {
        return Optional.ofNullable(config)
                .map(settings -> settings.get(PlannedTopics.MIN_INSYNC))
                .map(ConfigEntry::value)
                .map(Integer::valueOf);
    }

    private static TopicDifference difference(TopicDescription topic, int minInsync) {
        int copies = topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElseThrow();
        return new TopicDifference(topic.name(), copies, minInsync);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
