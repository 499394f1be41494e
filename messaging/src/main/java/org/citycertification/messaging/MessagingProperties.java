package org.citycertification.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of relay and readers.
 *
 * @param service name of the service: consumer group, source of its events, part of its dead-letter topics' names
 * @param relay how stored events are published
 * @param readers how topics are read
 * @param afterRestore whether the database was restored: it is compared with the service's own topics before anything is
 *     written; the same as the option {@code --after-restore}
 */
@ConfigurationProperties("messaging")
public record MessagingProperties(
        String service,
        @DefaultValue Relay relay,
        @DefaultValue Readers readers,
        @DefaultValue("false") boolean afterRestore) {

    /** Name of the database's one publisher at the broker. */
    public String transactionalId() {
        return service + ".outbox";
    }

    /**
     * How stored events are published.
     *
     * @param batchSize most rows in one Kafka transaction
     * @param poll longest wait before looking for rows that another instance stored
     * @param candidacy how often an instance that does not lead asks whether it may
     * @param alertAfter age of the oldest row from which health is DOWN
     */
    public record Relay(
            @DefaultValue("500") int batchSize,
            @DefaultValue("50ms") Duration poll,
            @DefaultValue("500ms") Duration candidacy,
            @DefaultValue("10s") Duration alertAfter) {}

    /**
     * How topics are read.
     *
     * @param threads threads for each topic; more than it has partitions are idle
     * @param batchSize most records in one database transaction
     * @param unknownSchemaPatience how long a record whose schema the registry does not know holds up its partition
     * @param attempts how often a record that fails alone is tried before it becomes a dead letter
     * @param sweep how often parked records and expired dead letters are looked for of which no new record reminds
     */
    public record Readers(
            @DefaultValue("2") int threads,
            @DefaultValue("500") int batchSize,
            @DefaultValue("30s") Duration unknownSchemaPatience,
            @DefaultValue("3") int attempts,
            @DefaultValue("5s") Duration sweep) {}
}
