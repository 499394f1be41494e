package org.citycertification.schemas.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Topics that were there before this deploy step. */
final class ExistingTopics {
    private final Admin admin;

    ExistingTopics(Admin admin) {
        this.admin = admin;
    }

    /** One sentence for each of these topics that is not kept in as many copies as is planned. */
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
                Config config = Objects.requireNonNull(configs.get(resource(topic.name())));
                difference(topic, config).from(replicas).ifPresent(differences::add);
            }
            return differences;
        } catch (ExecutionException e) {
            throw Answer.refusal("Topics could not be described", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking at topics", e);
        }
    }

    private static TopicDifference difference(TopicDescription topic, Config config) {
        int copies = topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElseThrow();
        int minInsync = Integer.parseInt(config.get(PlannedTopics.MIN_INSYNC).value());
        return new TopicDifference(topic.name(), copies, minInsync);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
