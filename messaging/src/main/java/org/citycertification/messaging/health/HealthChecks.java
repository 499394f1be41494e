package org.citycertification.messaging.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.citycertification.messaging.gate.GateContainers;
import org.citycertification.messaging.gate.LetterContainers;
import org.citycertification.messaging.gate.OpenLetters;
import org.citycertification.messaging.gate.ParkedCount;
import org.citycertification.messaging.mirror.Mirrors;
import org.citycertification.messaging.outbox.OutboxDepth;
import org.citycertification.messaging.outbox.OutboxRelay;
import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.schemas.wire.WireFormat;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/** The health contributions of this module. Only {@code schemaIds} and {@code mirrors} belong into readiness. */
public final class HealthChecks {
    private static final int BROKER_MILLIS = 1_500;

    private HealthChecks() {}

    /** DOWN while the relay fails, the oldest row is too old, or a row can never be published. */
    public static HealthIndicator outbox(
            OutboxRelay relay, Supplier<OutboxDepth> depth, java.time.Duration alertAfter) {
        return downWithoutDatabase(() -> {
            OutboxDepth now = depth.get();
            String trouble = relay.trouble();
            boolean down = trouble != null
                    || !relay.isRunning()
                    || now.refused() > 0
                    || now.oldest().compareTo(alertAfter) > 0;
            Health.Builder health = down ? Health.down() : Health.up();
            if (trouble != null) {
                health.withDetail("trouble", trouble);
            }
            return health.withDetail("leading", relay.isLeading())
                    .withDetail("rows", now.rows())
                    .withDetail("refused", now.refused())
                    .withDetail("oldestMillis", now.oldest().toMillis())
                    .build();
        });
    }

    /** DOWN while a container has stopped, a reader is held up, records are parked or dead letters are open. */
    public static HealthIndicator consumers(
            GateContainers containers, LetterContainers letterContainers, ParkedCount parked, OpenLetters letters) {
        return downWithoutDatabase(() -> {
            List<String> stopped = new ArrayList<>(containers.stopped());
            stopped.addAll(letterContainers.stopped());
            Map<String, String> trouble = new TreeMap<>(containers.trouble());
            trouble.putAll(letterContainers.trouble());
            long waiting = parked.now();
            long open = letters.now();
            boolean up = stopped.isEmpty() && trouble.isEmpty() && waiting == 0 && open == 0;
            return (up ? Health.up() : Health.down())
                    .withDetail("stopped", stopped)
                    .withDetail("trouble", trouble)
                    .withDetail("parked", waiting)
                    .withDetail("deadLetters", open)
                    .build();
        });
    }

    /** Whoever asks hears DOWN instead of an exception when the rows cannot be counted. */
    private static HealthIndicator downWithoutDatabase(Supplier<Health> check) {
        return () -> {
            try {
                return check.get();
            } catch (DataAccessException e) {
                return Health.down(e).build();
            }
        };
    }

    /** DOWN until every mirrored topic has been read to the end it had at the start. */
    public static HealthIndicator mirrors(Mirrors mirrors) {
        return () -> {
            List<String> behind = mirrors.behind();
            return (behind.isEmpty() ? Health.up() : Health.down())
                    .withDetail("behind", behind)
                    .build();
        };
    }

    /** DOWN until the ids of all written schemas are known. */
    public static HealthIndicator schemaIds(WireFormat wire, List<WrittenSchema> schemas) {
        return new SchemaIdsHealth(wire, schemas);
    }

    /** DOWN while no broker answers. */
    public static HealthIndicator broker(Admin admin) {
        return () -> {
            try {
                int nodes = admin.describeCluster()
                        .nodes()
                        .get(BROKER_MILLIS, TimeUnit.MILLISECONDS)
                        .size();
                return Health.up().withDetail("nodes", nodes).build();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Health.down(e).build();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                return Health.down(e).build();
            }
        };
    }
}
