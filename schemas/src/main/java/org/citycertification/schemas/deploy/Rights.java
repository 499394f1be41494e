package org.citycertification.schemas.deploy;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives our principals the rights of {@link AccessRules} and takes away what they were allowed besides, so that a reader
 * which is one no longer cannot read on. What an operator allows other principals, or denies ours, is left alone.
 */
final class Rights {
    private static final Logger log = LoggerFactory.getLogger(Rights.class);
    private static final Set<ResourceType> RULED =
            EnumSet.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID);

    private final Admin admin;
    private final Set<AclBinding> wanted = AccessRules.all();
    private final Set<String> ours =
            AccessRules.principals().stream().map(AccessRules::user).collect(Collectors.toSet());

    Rights(Admin admin) {
        this.admin = admin;
    }

    /** Gives before it takes, so that nobody who works is refused in between. */
    void apply() {
        Answer.of(admin.createAcls(wanted).all(), "The principals' rights were not set");
        List<AclBinding> surplus = surplus();
        surplus.forEach(binding -> log.info("{} is taken away", inWords(binding)));
        Answer.of(
                admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList())
                        .all(),
                "Rights that are none any more were not removed");
    }

    private List<AclBinding> surplus() {
        Collection<AclBinding> all =
                Answer.of(admin.describeAcls(AclBindingFilter.ANY).values(), "The rights could not be listed");
        return all.stream().filter(this::isSurplus).toList();
    }

    private boolean isSurplus(AclBinding binding) {
        return ours.contains(binding.entry().principal())
                && binding.entry().permissionType() == AclPermissionType.ALLOW
                && RULED.contains(binding.pattern().resourceType())
                && !wanted.contains(binding);
    }

    private static String inWords(AclBinding binding) {
        return "%s of %s on %s %s (%s) from host %s"
                .formatted(
                        binding.entry().operation(),
                        binding.entry().principal(),
                        binding.pattern().resourceType(),
                        binding.pattern().name(),
                        binding.pattern().patternType(),
                        binding.entry().host());
    }
}
