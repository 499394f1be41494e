package org.citycertification.notification.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves notices to another state and writes the step down, in one statement and only as {@link NoticeState} allows. */
final class StateChange {
    private final NoticeState to;
    private final Instant at;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private @Nullable String cause;
    private String assignments = "";
    private String condition = "";

    private StateChange(NoticeState to, Instant at) {
        this.to = to;
        this.at = at;
    }

    static StateChange to(NoticeState state, Instant at) {
        return new StateChange(state, at);
    }

    StateChange because(@Nullable String reason) {
        cause = reason;
        return this;
    }

    /** SQL that follows the assignments which every change makes. */
    StateChange setting(String sql) {
        assignments = ", " + sql;
        return this;
    }

    /** SQL that narrows down which notices; the table of states is always applied too. */
    StateChange where(String sql) {
        condition = " and " + sql;
        return this;
    }

    StateChange with(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Returns how many notices moved. */
    int apply(JdbcClient jdbc) {
        String sender = to == NoticeState.SENDING ? ":sender" : "null";
        return jdbc.sql("""
                        with moved as (
                          update notice n
                          set state = :to, changed_at = :at, cause = :cause, sender = %s%s
                          where n.state in (:from)%s
                          returning n.seq, n.attempts, n.sender
                        )
                        insert into notice_step (notice_seq, number, at, state, attempt, sender, cause)
                        select m.seq, (select count(*) + 1 from notice_step s where s.notice_seq = m.seq),
                          :at, :to, m.attempts, m.sender, :cause
                        from moved m
                        """.formatted(sender, assignments, condition))
                .params(parameters)
                .param("to", to.name())
                .param("from", to.before())
                .param("at", Timestamp.from(at))
                .param("cause", cause, java.sql.Types.VARCHAR)
                .update();
    }
}
