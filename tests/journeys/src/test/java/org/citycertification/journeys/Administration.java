package org.citycertification.journeys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What only the deploy step may do on a broker, tried by somebody else. What is not refused has been done. */
final class Administration {
    private static final String FOREIGN_GROUP = "a-group-of-somebody-else";

    private final Admin admin;
    private final String name;
    private final String topic;

    private Administration(Admin admin, String name, String topic) {
        this.admin = admin;
        this.name = name;
        this.topic = topic;
    }

    /**
     * Tries everything.
     *
     * @param client settings with which the principal comes
     * @param topic one that the principal may read
     * @return what was not refused
     */
    static List<String> allowed(Map<String, String> client, String name, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("bootstrap.servers", "localhost:9092");
        List<String> allowed = new ArrayList<>();
        try (Admin admin = Admin.create(settings)) {
            new Administration(admin, name, topic).all().forEach((act, future) -> {
                if (!isRefused(future)) {
                    allowed.add(act);
                }
            });
        }
        return allowed;
    }

    private Map<String, KafkaFuture<?>> all() {
        Map<String, KafkaFuture<?>> all = new LinkedHashMap<>();
        var partition = new TopicPartition(topic, 0);
        all.put(
                "make a topic",
                admin.createTopics(List.of(new NewTopic("another", 1, (short) 1)))
                        .all());
        all.put(
                "add partitions",
                admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(99)))
                        .all());
        all.put(
                "set a topic's retention",
                admin.incrementalAlterConfigs(shortRetention()).all());
        all.put(
                "delete records",
                admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(0)))
                        .all());
        all.put(
                "move another's group",
                admin.alterConsumerGroupOffsets(FOREIGN_GROUP, Map.of(partition, new OffsetAndMetadata(0)))
                        .all());
        all.put(
                "delete another's group",
                admin.deleteConsumerGroups(List.of(FOREIGN_GROUP)).all());
        all.put("list rights", admin.describeAcls(AclBindingFilter.ANY).values());
        all.put("take a right", admin.createAcls(List.of(everything())).all());
        all.put(
                "remove rights",
                admin.deleteAcls(List.of(everything().toFilter())).all());
        all.put("list users", admin.describeUserScramCredentials().all());
        all.put(
                "remove a user",
                admin.alterUserScramCredentials(
                                List.of(new UserScramCredentialDeletion("nobody", ScramMechanism.SCRAM_SHA_512)))
                        .all());
        all.put("delete a topic", admin.deleteTopics(List.of(topic)).all());
        return all;
    }

    private Map<ConfigResource, Collection<AlterConfigOp>> shortRetention() {
        var minute = new ConfigEntry("retention.ms", "60000");
        return Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(new AlterConfigOp(minute, AlterConfigOp.OpType.SET)));
    }

    private AclBinding everything() {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
                new AccessControlEntry("User:" + name, "*", AclOperation.ALL, AclPermissionType.ALLOW));
    }

    private static boolean isRefused(KafkaFuture<?> future) {
        try {
            future.get(1, TimeUnit.MINUTES);
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof AuthorizationException;
        } catch (TimeoutException e) {
            throw new IllegalStateException("Neither allowed nor refused", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
