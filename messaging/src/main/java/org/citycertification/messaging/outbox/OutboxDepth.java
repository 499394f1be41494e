package org.citycertification.messaging.outbox;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What waits to be published.
 *
 * @param rows how many
 * @param refused how many of them the broker can never take
 * @param oldest age of the oldest, zero if there is none
 */
public record OutboxDepth(long rows, long refused, Duration oldest) {
    /** As of now, by the database's clock. */
    public static OutboxDepth read(JdbcTemplate jdbc) {
        OutboxDepth depth = jdbc.queryForObject(
                """
                select count(*) as rows, count(refused_reason) as refused,
                  coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) * 1000 as oldest from outbox""",
                (row, n) -> new OutboxDepth(
                        row.getLong("rows"), row.getLong("refused"), Duration.ofMillis(row.getLong("oldest"))));
        return depth == null ? new OutboxDepth(0, 0, Duration.ZERO) : depth;
    }
}
