package org.citycertification.notification.notice;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves on what waits for something other than a mail server. Any number of instances may do it at once. */
public final class Settlement {
    private static final String ERASED = """
            (case n.recipient_kind
               when 'CONTACT' then exists (select from contact c where c.id = n.recipient_id and c.erased_at is not null)
               else exists (select from subscriber s where s.id = n.recipient_id and s.removed_at is not null)
             end)
            """;
    private static final String ARRIVED =
            "exists (select from contact c where c.id = n.recipient_id and c.erased_at is null)";
    private static final String SENDER_GONE = """
            not exists (select from pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 2
              and l.database = (select oid from pg_database where datname = current_database())
              and l.classid::bigint = :lockClass and l.objid::bigint = n.sender)
            """;

    private final JdbcClient jdbc;

    public Settlement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notices whose contact has become known are queued. */
    public int queueThoseWhoseContactCame(Instant now) {
        return StateChange.to(NoticeState.QUEUED, now)
                .where("n.state = 'WAITING_FOR_CONTACT' and " + ARRIVED)
                .setting("due_at = :at")
                .apply(jdbc);
    }

    /** Nothing more is sent to people who are to be forgotten. */
    public int suppressThoseToBeForgotten(Instant now) {
        return StateChange.to(NoticeState.SUPPRESSED, now).where(ERASED).apply(jdbc);
    }

    /**
     * A notice in the hands of a sender that no longer lives may or may not have been sent.
     *
     * @param lockClass first number of the advisory locks that senders hold
     */
    public int doubtThoseOfDeadSenders(int lockClass, Instant now) {
        return StateChange.to(NoticeState.UNCERTAIN, now)
                .because("Its sender ended in the middle of the attempt")
                .where(SENDER_GONE)
                .setting("due_at = :at, uncertain_attempts = n.uncertain_attempts || n.attempts")
                .with("lockClass", lockClass)
                .apply(jdbc);
    }
}
