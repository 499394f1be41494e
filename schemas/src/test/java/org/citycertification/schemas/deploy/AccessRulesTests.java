package org.citycertification.schemas.deploy;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccessRulesTests {
    @ParameterizedTest
    @EnumSource(Topic.class)
    void onlyItsOwnerWritesATopic(Topic topic) {
        assertThat(allowed(TOPIC, topic.topicName(), WRITE)).containsExactly(topic.owner());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void onlyTheReaderAndTheOperatorTouchDeadLetters(Topic topic) {
        for (String reader : Topics.READERS.getOrDefault(topic, List.of())) {
            String letters = Topics.deadLetters(topic.topicName(), reader);
            assertThat(allowed(TOPIC, letters, WRITE)).containsExactlyInAnyOrder(reader, "operator");
            assertThat(allowed(TOPIC, letters, READ)).containsExactlyInAnyOrder(reader, "operator");
            assertThat(allowed(TOPIC, letters, DESCRIBE)).containsExactlyInAnyOrder(reader, "operator");
        }
    }

    @Test
    void aSubscriberReadsThePublicTopicsAndWritesNothing() {
        Set<String> open = Arrays.stream(Topic.values())
                .filter(Topic::isPublic)
                .map(Topic::topicName)
                .collect(Collectors.toSet());

        assertThat(open).containsExactlyInAnyOrder("review.certification.public.v1", "scoring.edition.public.v1");
        assertThat(names("subscriber", TOPIC, READ)).isEqualTo(open);
        assertThat(names("subscriber", TOPIC, DESCRIBE)).isEqualTo(open);
        assertThat(AccessRules.all())
                .filteredOn(rule -> principal(rule).equals("subscriber"))
                .extracting(rule -> rule.entry().operation())
                .containsOnly(READ, DESCRIBE);
    }

    /** Neither every resource, nor every operation, nor rights on the cluster; a topic is named in full. */
    @Test
    void nobodyHoldsMoreThanWhatIsNamed() {
        assertThat(AccessRules.all()).allSatisfy(rule -> {
            assertThat(rule.pattern().name()).doesNotContain("*").isNotBlank();
            assertThat(rule.pattern().resourceType()).isIn(TOPIC, GROUP, TRANSACTIONAL_ID);
            assertThat(rule.entry().operation()).isIn(READ, WRITE, DESCRIBE);
            assertThat(rule.entry().permissionType()).isEqualTo(AclPermissionType.ALLOW);
            assertThat(AccessRules.principals()).contains(principal(rule));
        });
        assertThat(AccessRules.all())
                .filteredOn(rule -> rule.pattern().resourceType() == TOPIC)
                .allMatch(rule -> rule.pattern().patternType() == PatternType.LITERAL);
    }

    /** A prefix without the dot would cover the groups of a longer name too. */
    @ParameterizedTest
    @MethodSource("principals")
    void groupsAndTransactionsBelongToOnePrincipal(String principal) {
        assertThat(allowed(GROUP, principal + ".reader", READ)).containsExactly(principal);
        assertThat(allowed(GROUP, principal + "-of-somebody-else", READ)).isEmpty();
        assertThat(allowed(GROUP, principal, READ)).isSubsetOf(principal);
        assertThat(allowed(TRANSACTIONAL_ID, principal + ".outbox", WRITE)).isSubsetOf(principal);
        assertThat(allowed(TRANSACTIONAL_ID, principal + "-of-somebody-else", WRITE))
                .isEmpty();
    }

    static List<String> principals() {
        assertThat(AccessRules.principals())
                .containsExactlyInAnyOrder("intake", "scoring", "review", "notification", "subscriber", "operator");
        return AccessRules.principals();
    }

    private static Set<String> allowed(ResourceType type, String name, AclOperation operation) {
        return AccessRules.all().stream()
                .filter(rule -> rule.entry().operation() == operation && covers(rule.pattern(), type, name))
                .map(AccessRulesTests::principal)
                .collect(Collectors.toSet());
    }

    /** As the broker decides. */
    private static boolean covers(ResourcePattern pattern, ResourceType type, String name) {
        return pattern.resourceType() == type
                && (pattern.patternType() == PatternType.PREFIXED
                        ? name.startsWith(pattern.name())
                        : name.equals(pattern.name()));
    }

    private static Set<String> names(String principal, ResourceType type, AclOperation operation) {
        return AccessRules.all().stream()
                .filter(rule ->
                        principal(rule).equals(principal) && rule.pattern().resourceType() == type)
                .filter(rule -> rule.entry().operation() == operation)
                .map(rule -> rule.pattern().name())
                .collect(Collectors.toSet());
    }

    private static String principal(AclBinding rule) {
        return rule.entry().principal().substring("User:".length());
    }
}
