package org.citycertification.schemas.deploy;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;

/**
 * Who may do what on a broker that refuses whatever is not allowed. Each service is a principal of its own name; it
 * writes the topics that it owns and reads them after its database was restored, reads those that it needs, and keeps its
 * own dead letters. A subscriber reads the
 * public topics with groups that begin with its name and a dot. The operator reads everything and resolves dead letters.
 */
final class AccessRules {
    /** The principal that anyone outside may be given. */
    static final String SUBSCRIBER = "subscriber";
    /** The principal of the command line tools. */
    static final String OPERATOR = "operator";

    private final Set<AclBinding> rules = new HashSet<>();

    private AccessRules() {}

    /** All rules, for all principals. */
    static Set<AclBinding> all() {
        var access = new AccessRules();
        for (Topic topic : Topic.values()) {
            access.topic(topic);
        }
        access.groupsAndTransactions();
        return Set.copyOf(access.rules);
    }

    /** Names of all principals. */
    static List<String> principals() {
        var names = new TreeSet<>(List.of(SUBSCRIBER, OPERATOR));
        for (Topic topic : Topic.values()) {
            names.add(topic.owner());
        }
        Topics.READERS.values().forEach(names::addAll);
        return List.copyOf(names);
    }

    /** A principal as the broker names it. */
    static String user(String principal) {
        return "User:" + principal;
    }

    private void topic(Topic topic) {
        String name = topic.topicName();
        allow(topic.owner(), TOPIC, name, LITERAL, READ, WRITE, DESCRIBE);
        allow(OPERATOR, TOPIC, name, LITERAL, READ, DESCRIBE);
        if (topic.isPublic()) {
            allow(SUBSCRIBER, TOPIC, name, LITERAL, READ, DESCRIBE);
        }
        for (String reader : Topics.MIRRORS.getOrDefault(topic, List.of())) {
            allow(reader, TOPIC, name, LITERAL, READ, DESCRIBE);
        }
        for (String reader : Topics.READERS.getOrDefault(topic, List.of())) {
            allow(reader, TOPIC, name, LITERAL, READ, DESCRIBE);
            String deadLetters = Topics.deadLetters(name, reader);
            allow(reader, TOPIC, deadLetters, LITERAL, READ, WRITE, DESCRIBE);
            allow(OPERATOR, TOPIC, deadLetters, LITERAL, READ, WRITE, DESCRIBE);
        }
    }

    private void groupsAndTransactions() {
        for (String principal : principals()) {
            if (principal.equals(SUBSCRIBER)) {
                allow(principal, GROUP, SUBSCRIBER + ".", PREFIXED, READ, DESCRIBE);
            } else {
                allow(principal, GROUP, principal, LITERAL, READ, DESCRIBE);
                allow(principal, GROUP, principal + ".", PREFIXED, READ, DESCRIBE);
                allow(principal, TRANSACTIONAL_ID, principal + ".", PREFIXED, WRITE, DESCRIBE);
            }
        }
    }

    private void allow(
            String principal, ResourceType type, String name, PatternType pattern, AclOperation... operations) {
        for (AclOperation operation : operations) {
            rules.add(new AclBinding(
                    new ResourcePattern(type, name, pattern),
                    new AccessControlEntry(user(principal), "*", operation, AclPermissionType.ALLOW)));
        }
    }
}
