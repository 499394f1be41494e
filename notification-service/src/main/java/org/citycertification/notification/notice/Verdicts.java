package org.citycertification.notification.notice;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what became of an attempt. */
public final class Verdicts {
    private static final String IN_HAND = "n.seq = :seq and n.attempts = :attempt and n.sender = :holder";

    private final JdbcClient jdbc;

    public Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns false if the notice was taken from this sender in the meantime. A server's yes is written down even then, as
     * long as nobody has begun another attempt.
     */
    public boolean record(ClaimedNotice notice, Verdict verdict, Instant now) {
        int moved = change(verdict, now)
                .with("seq", notice.seq())
                .with("attempt", notice.attempt())
                .with("holder", notice.sender())
                .apply(jdbc);
        return moved == 1;
    }

    private static StateChange change(Verdict verdict, Instant now) {
        if (verdict instanceof Verdict.Sent sent) {
            return StateChange.to(NoticeState.SENT, now)
                    .where("n.seq = :seq and n.attempts = :attempt and (n.sender = :holder or n.sender is null)")
                    .setting("sent_at = :at, language = :language")
                    .with("language", sent.language());
        }
        if (verdict instanceof Verdict.Failed failed) {
            return StateChange.to(NoticeState.FAILED, now).where(IN_HAND).because(failed.cause());
        }
        if (verdict instanceof Verdict.Deferred deferred) {
            return again(NoticeState.RETRY, now, deferred.cause(), deferred.due(), "deferrals = n.deferrals + 1");
        }
        if (verdict instanceof Verdict.ServerAway away) {
            return again(NoticeState.RETRY, now, away.cause(), away.due(), "deferrals = n.deferrals");
        }
        var uncertain = (Verdict.Uncertain) verdict;
        return again(
                NoticeState.UNCERTAIN,
                now,
                uncertain.cause(),
                uncertain.due(),
                "uncertain_attempts = n.uncertain_attempts || n.attempts");
    }

    private static StateChange again(NoticeState state, Instant now, String cause, Instant due, String counting) {
        return StateChange.to(state, now)
                .where(IN_HAND)
                .because(cause)
                .setting("due_at = :due, " + counting)
                .with("due", Timestamp.from(due));
    }
}
