package org.citycertification.schemas.deploy;

import java.util.Optional;

/**
 * How a topic that is there already differs from what is planned, and what to do. The deploy step itself changes nothing
 * of it: copies are moved over the network for hours, and whoever set something else may have had a reason.
 *
 * @param copies of each partition, the fewest
 * @param minInsync how many of them must hold a record before it counts, as it applies to the topic now
 */
record TopicDifference(String topic, int copies, int minInsync) {
    private static final String GUIDE = "docs/operations.md, Copies of a topic";

    /** What to tell the operator, or nothing if the topic is as planned. */
    Optional<String> from(int replicas) {
        if (copies != replicas) {
            return Optional.of(otherCopies(replicas));
        }
        int planned = PlannedTopics.minInsync(replicas);
        return minInsync == planned ? Optional.empty() : Optional.of(otherMinInsync(planned));
    }

    /** The other setting comes after: more copies in sync than there are would stop every writer. */
    private String otherCopies(int replicas) {
        int planned = PlannedTopics.minInsync(replicas);
        return ("Topic %s has replication factor %d, KAFKA_REPLICATION_FACTOR says %d. Either run the deploy step with"
                        + " KAFKA_REPLICATION_FACTOR=%d, or give the topic %d copies with kafka-reassign-partitions.sh"
                        + " (%s)%s")
                .formatted(topic, copies, replicas, copies, replicas, GUIDE, minInsync == planned ? "" : then(planned));
    }

    private String then(int planned) {
        return " and then, since %s is %d: %s".formatted(PlannedTopics.MIN_INSYNC, minInsync, command(planned));
    }

    private String otherMinInsync(int planned) {
        return "Topic %s has %s=%d instead of %d. To change it: %s"
                .formatted(topic, PlannedTopics.MIN_INSYNC, minInsync, planned, command(planned));
    }

    private String command(int planned) {
        return "kafka-configs.sh --bootstrap-server BROKER --alter --entity-type topics --entity-name %s --add-config %s=%d"
                .formatted(topic, PlannedTopics.MIN_INSYNC, planned);
    }
}
