package org.citycertification.notification.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much is in the ledger that somebody may have to look at; read at most once a second. */
public final class LedgerCounts {
    /** The states in which something is still to happen. */
    public static final Set<NoticeState> UNFINISHED = EnumSet.of(
            NoticeState.QUEUED,
            NoticeState.WAITING_FOR_CONTACT,
            NoticeState.SENDING,
            NoticeState.RETRY,
            NoticeState.FAILED,
            NoticeState.UNCERTAIN);

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration patience;

    private @Nullable Counts last;
    private Instant readAt = Instant.MIN;

    LedgerCounts(JdbcClient jdbc, Clock clock, Duration patience) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * The ledger at a moment.
     *
     * @param oldestDue how long the oldest notice that could be sent has been waiting
     * @param waitingTooLong notices whose contact has not been heard of for longer than is normal
     */
    public record Counts(Map<NoticeState, Long> byState, Duration oldestDue, long waitingTooLong) {
        public long of(NoticeState state) {
            return byState.getOrDefault(state, 0L);
        }
    }

    public synchronized Counts read() {
        Instant now = clock.instant();
        Counts known = last;
        if (known != null && now.isBefore(readAt.plus(FRESH))) {
            return known;
        }
        Counts counts = count(now);
        last = counts;
        readAt = now;
        return counts;
    }

    private record Line(NoticeState state, long rows, Instant earliestDue, long old) {}

    private Counts count(Instant now) {
        List<Line> lines = jdbc.sql("""
                        select state, count(*) as rows, min(due_at) as due, count(*) filter (where created_at < :limit) as old
                        from notice where state in (:states) group by state
                        """)
                .param("limit", Timestamp.from(now.minus(patience)))
                .param("states", UNFINISHED.stream().map(Enum::name).toList())
                .query((row, n) -> new Line(
                        NoticeState.valueOf(row.getString("state")),
                        row.getLong("rows"),
                        row.getTimestamp("due").toInstant(),
                        row.getLong("old")))
                .list();
        return sum(lines, now);
    }

    private static Counts sum(List<Line> lines, Instant now) {
        Map<NoticeState, Long> byState = new EnumMap<>(NoticeState.class);
        Instant earliest = now;
        long tooLong = 0;
        for (Line line : lines) {
            byState.put(line.state(), line.rows());
            if (line.state().mayBecome(NoticeState.SENDING)
                    && line.earliestDue().isBefore(earliest)) {
                earliest = line.earliestDue();
            }
            tooLong += line.state() == NoticeState.WAITING_FOR_CONTACT ? line.old() : 0;
        }
        return new Counts(byState, Duration.between(earliest, now), tooLong);
    }
}
