package org.citycertification.notification.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.citycertification.notification.contact.Addressee;
import org.citycertification.notification.contact.Reach;
import org.citycertification.notification.contact.Recipient;
import org.citycertification.notification.contact.Recipients;
import org.citycertification.notification.letter.FactsJson;
import org.citycertification.notification.letter.Template;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands due notices to senders, each to one sender. One at a time: when a process dies, at most the one notice that it was
 * sending is uncertain.
 */
public final class Claims {
    private static final String DUE = """
            select n.*, exists (select from notice w where w.recipient_id = n.recipient_id and w.matter = n.matter
                and w.matter_version > n.matter_version) as outdated
            from notice n
            where n.state in (:states) and n.due_at <= :now and %s
              and not exists (select from notice o where o.recipient_id = n.recipient_id and o.matter = n.matter
                and o.matter_version < n.matter_version and o.state = 'SENDING')
            order by n.due_at, n.seq
            limit 1
            for update of n skip locked
            """.formatted(SenderPauses.NONE_OPEN);

    private static final String ANY_DUE =
            "select exists (select from notice where state in (:states) and due_at <= :now)" + " and "
                    + SenderPauses.NONE_OPEN;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Recipients recipients;

    public Claims(JdbcClient jdbc, TransactionTemplate transactions, Recipients recipients) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.recipients = recipients;
    }

    /** Whether anything could be sent now; nothing while the sender is paused. */
    public boolean anyDue(Instant now) {
        return jdbc.sql(ANY_DUE)
                .param("states", NoticeState.SENDING.before())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** The next notice, committed as being sent by this sender; empty if none is due. */
    public Optional<ClaimedNotice> next(int sender, Instant now) {
        while (true) {
            Step step = transactions.execute(status -> step(sender, now));
            if (step.claimed().isPresent() || step.nothingDue()) {
                return step.claimed();
            }
        }
    }

    private record Step(Optional<ClaimedNotice> claimed, boolean nothingDue) {}

    private Step step(int sender, Instant now) {
        Optional<DueNotice> found = jdbc.sql(DUE)
                .param("states", NoticeState.SENDING.before())
                .param("now", Timestamp.from(now))
                .query((row, n) -> due(row))
                .optional();
        return found.map(due -> new Step(claim(due, sender, now), false)).orElse(new Step(Optional.empty(), true));
    }

    private Optional<ClaimedNotice> claim(DueNotice due, int sender, Instant now) {
        if (due.outdated()) {
            move(due, StateChange.to(NoticeState.SUPERSEDED, now).because("A newer notice on the same matter"));
            return Optional.empty();
        }
        Reach reach = recipients.reach(due.recipient());
        if (reach instanceof Reach.Known known) {
            move(
                    due,
                    StateChange.to(NoticeState.SENDING, now)
                            .setting("attempts = n.attempts + 1")
                            .with("sender", sender));
            return Optional.of(claimed(due, known.addressee(), sender));
        }
        var state = reach instanceof Reach.Erased ? NoticeState.SUPPRESSED : NoticeState.WAITING_FOR_CONTACT;
        move(due, StateChange.to(state, now));
        return Optional.empty();
    }

    private void move(DueNotice due, StateChange change) {
        int moved = change.where("n.seq = :seq").with("seq", due.seq()).apply(jdbc);
        if (moved != 1) {
            throw new IllegalStateException("Notice " + due.id() + " is locked and yet would not move");
        }
    }

    private static ClaimedNotice claimed(DueNotice due, Addressee addressee, int sender) {
        return new ClaimedNotice(
                due.seq(),
                due.id(),
                due.messageId(),
                due.template(),
                FactsJson.read(due.template(), due.facts()),
                addressee,
                sender,
                due.attempts() + 1,
                due.deferrals(),
                due.uncertainties(),
                due.traceparent());
    }

    private static DueNotice due(ResultSet row) throws SQLException {
        return new DueNotice(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getString("message_id"),
                new Recipient(
                        Recipient.Kind.valueOf(row.getString("recipient_kind")),
                        row.getObject("recipient_id", UUID.class)),
                Template.valueOf(row.getString("template")),
                row.getString("facts"),
                row.getString("traceparent"),
                row.getInt("attempts"),
                row.getInt("deferrals"),
                ((Object[]) row.getArray("uncertain_attempts").getArray()).length,
                row.getBoolean("outdated"));
    }
}
