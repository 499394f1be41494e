package org.citycertification.schemas.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Against a broker with an authorizer, whose answers may lag behind what its controller has taken. */
@ExtendWith(OutputCaptureExtension.class)
class RightsTests {
    private Admin admin;

    @BeforeEach
    void connect() {
        admin = Admin.create(
                Map.of("bootstrap.servers", TestPlatform.shared(Part.KAFKA).bootstrapServers()));
    }

    @AfterEach
    void forget() throws Exception {
        admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
        awaitRights(Set.of());
        admin.close();
    }

    @Test
    void theSecondRunChangesNothing(CapturedOutput output) throws Exception {
        new Rights(admin).apply();
        awaitRights(AccessRules.all());

        new Rights(admin).apply();

        awaitRights(AccessRules.all());
        assertThat(output).doesNotContain("taken away");
    }

    @Test
    void takesAwayWhatOneOfOursMayNoLongerDo(CapturedOutput output) throws Exception {
        AclBinding topic = allow("scoring", ResourceType.TOPIC, Topics.CONTACT, PatternType.LITERAL);
        AclBinding topics = allow("subscriber", ResourceType.TOPIC, "intake.", PatternType.PREFIXED);
        AclBinding group = allow("review", ResourceType.GROUP, "*", PatternType.LITERAL);
        AclBinding transactions = allow("intake", ResourceType.TRANSACTIONAL_ID, "scoring.", PatternType.PREFIXED);
        given(topic, topics, group, transactions);

        new Rights(admin).apply();

        awaitRights(AccessRules.all());
        assertThat(output)
                .contains("ALL of User:scoring on TOPIC " + Topics.CONTACT + " (LITERAL) from host * is taken away")
                .contains("ALL of User:subscriber on TOPIC intake. (PREFIXED) from host * is taken away")
                .contains("ALL of User:review on GROUP * (LITERAL) from host * is taken away")
                .contains("ALL of User:intake on TRANSACTIONAL_ID scoring. (PREFIXED) from host * is taken away");
    }

    @Test
    void leavesOthersAndWhatItDoesNotRuleAlone() throws Exception {
        AclBinding foreign = allow("press", ResourceType.TOPIC, Topics.CERTIFICATION, PatternType.LITERAL);
        AclBinding everyone = allow("*", ResourceType.TOPIC, Topics.EDITION, PatternType.LITERAL);
        AclBinding cluster = allow("operator", ResourceType.CLUSTER, "kafka-cluster", PatternType.LITERAL);
        AclBinding denied =
                binding("subscriber", ResourceType.TOPIC, Topics.EDITION, PatternType.LITERAL, AclPermissionType.DENY);
        // Its end shows that the broker has applied what was taken away, all in one batch.
        AclBinding stray = allow("scoring", ResourceType.TOPIC, Topics.CONTACT, PatternType.LITERAL);
        given(foreign, everyone, cluster, denied, stray);

        new Rights(admin).apply();

        Set<AclBinding> all = new HashSet<>(AccessRules.all());
        all.addAll(List.of(foreign, everyone, cluster, denied));
        awaitRights(all);
    }

    /** A name that is written otherwise today must not leave anybody without rights in between. */
    @Test
    void givesBeforeItTakes() throws Exception {
        given(allow("scoring", ResourceType.TOPIC, Topics.CONTACT, PatternType.LITERAL));
        List<String> asked = new ArrayList<>();

        new Rights(noting(asked)).apply();

        assertThat(asked).containsSubsequence("createAcls", "deleteAcls");
        awaitRights(AccessRules.all());
    }

    /** The same client, which writes down what it is asked. */
    private Admin noting(List<String> asked) {
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (p, method, args) -> {
                    asked.add(method.getName());
                    return method.invoke(admin, args);
                });
    }

    private void given(AclBinding... bindings) throws ExecutionException, InterruptedException {
        admin.createAcls(List.of(bindings)).all().get();
        awaitRights(Set.of(bindings));
    }

    private void awaitRights(Set<AclBinding> expected) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(present()).containsExactlyInAnyOrderElementsOf(expected));
    }

    private Collection<AclBinding> present() throws ExecutionException, InterruptedException {
        return admin.describeAcls(AclBindingFilter.ANY).values().get();
    }

    private static AclBinding allow(String principal, ResourceType type, String name, PatternType pattern) {
        return binding(principal, type, name, pattern, AclPermissionType.ALLOW);
    }

    private static AclBinding binding(
            String principal, ResourceType type, String name, PatternType pattern, AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + principal, "*", AclOperation.ALL, permission));
    }
}
