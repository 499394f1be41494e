package org.citycertification.messaging.health;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.schemas.wire.RegistryUnavailable;
import org.citycertification.schemas.wire.WireFormat;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * DOWN until the ids of all written schemas are known. One caller at a time asks a registry that has not told them yet: others
 * would queue up behind it for seconds each, until no probe was ever answered.
 */
final class SchemaIdsHealth implements HealthIndicator {
    private final WireFormat wire;
    private final List<WrittenSchema> schemas;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile boolean known;

    SchemaIdsHealth(WireFormat wire, List<WrittenSchema> schemas) {
        this.wire = wire;
        this.schemas = schemas;
    }

    @Override
    public Health health() {
        return known ? up() : ask();
    }

    private Health up() {
        return Health.up().withDetail("schemas", schemas.size()).build();
    }

    private Health ask() {
        if (!asking.tryLock()) {
            return Health.down().withDetail("asking", "the registry").build();
        }
        try {
            schemas.forEach(written -> wire.resolve(written.topic(), written.schema()));
            known = true;
            return up();
        } catch (RegistryUnavailable e) {
            return Health.down(e).build();
        } finally {
            asking.unlock();
        }
    }
}
