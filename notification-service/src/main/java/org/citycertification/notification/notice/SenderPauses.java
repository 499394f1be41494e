package org.citycertification.notification.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Times in which nothing is mailed, by any instance, until an operator ends them. They outlast a restart. */
public final class SenderPauses {
    /** Part of a query that looks for notices to send. */
    static final String NONE_OPEN = "not exists (select from sender_pause where ended_at is null)";

    private final JdbcClient jdbc;

    SenderPauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pause that has not ended. */
    public record Pause(String reason, Instant since) {}

    /** The pause that lasts, if there is one. */
    public Optional<Pause> current() {
        return jdbc.sql("select reason, began_at from sender_pause where ended_at is null")
                .query((row, n) -> new Pause(
                        row.getString("reason"), row.getTimestamp("began_at").toInstant()))
                .optional();
    }

    /** Begins one unless one lasts already. */
    void begin(String reason, Instant now) {
        jdbc.sql("insert into sender_pause (reason, began_at) values (?, ?) on conflict do nothing")
                .params(reason, Timestamp.from(now))
                .update();
    }

    /** Ends it; false if there is none. */
    boolean end(String person, Instant now) {
        return jdbc.sql("update sender_pause set ended_at = ?, ended_by = ? where ended_at is null")
                        .params(Timestamp.from(now), person)
                        .update()
                == 1;
    }
}
