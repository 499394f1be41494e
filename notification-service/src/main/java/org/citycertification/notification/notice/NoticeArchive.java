package org.citycertification.notification.notice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citycertification.notification.contact.Recipient;
import org.citycertification.notification.letter.Template;
import org.citycertification.notification.notice.NoticeView.StepView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows the ledger to staff. */
final class NoticeArchive {
    private final JdbcClient jdbc;

    NoticeArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What to look for; null means any. */
    record Filter(
            @Nullable UUID submissionId,
            @Nullable String cityId,
            @Nullable NoticeState state) {}

    /** Newest first, strictly below {@code before}. */
    List<NoticeView> list(Filter filter, long before, int rows) {
        NoticeState state = filter.state();
        return jdbc.sql("""
                        select * from notice
                        where seq < :before
                          and (cast(:submission as uuid) is null or submission_id = :submission)
                          and (cast(:city as text) is null or city_id = :city)
                          and (cast(:state as text) is null or state = :state)
                        order by seq desc limit :rows
                        """)
                .param("before", before)
                .param("submission", filter.submissionId(), Types.OTHER)
                .param("city", filter.cityId(), Types.VARCHAR)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("rows", rows)
                .query((row, n) -> view(row))
                .list();
    }

    /** One notice with all its steps. */
    Optional<NoticeView> find(UUID id) {
        return jdbc.sql("select * from notice where id = ?")
                .param(id)
                .query((row, n) -> view(row))
                .optional()
                .map(view -> view.with(steps(view.seq())));
    }

    /** Queues a notice again that was given up; false if it was not. */
    boolean queueAgain(UUID id, String person, Instant now) {
        int moved = StateChange.to(NoticeState.QUEUED, now)
                .because("Queued again by " + person)
                .where("n.id = :id and n.state = 'FAILED'")
                .setting("due_at = :at, deferrals = 0, uncertain_attempts = '{}'")
                .with("id", id)
                .apply(jdbc);
        return moved == 1;
    }

    /** Writes down that a notice was mailed which this ledger has as not yet sent; false if it has not. */
    boolean confirm(UUID id, String person, Instant now) {
        int moved = StateChange.to(NoticeState.SENT, now)
                .because("Known to have been mailed, says " + person)
                .where("n.id = :id and n.state <> 'SENDING'")
                .setting("sent_at = :at")
                .with("id", id)
                .apply(jdbc);
        return moved == 1;
    }

    /** How many notices are to be sent, now or later. */
    long countWaiting() {
        return jdbc.sql("select count(*) from notice where state in (:states)")
                .param("states", NoticeState.SENDING.before())
                .query(Long.class)
                .single();
    }

    private List<StepView> steps(long seq) {
        return jdbc.sql(
                        "select at, state, attempt, sender, cause from notice_step where notice_seq = ? order by number")
                .param(seq)
                .query((row, n) -> new StepView(
                        row.getTimestamp("at").toInstant(),
                        NoticeState.valueOf(row.getString("state")),
                        row.getInt("attempt"),
                        row.getObject("sender", Integer.class),
                        row.getString("cause")))
                .list();
    }

    private static NoticeView view(ResultSet row) throws SQLException {
        return new NoticeView(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                new Recipient(
                        Recipient.Kind.valueOf(row.getString("recipient_kind")),
                        row.getObject("recipient_id", UUID.class)),
                Template.valueOf(row.getString("template")),
                row.getString("message_id"),
                row.getObject("submission_id", UUID.class),
                row.getString("city_id"),
                NoticeState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                integers(row.getArray("uncertain_attempts")),
                row.getString("cause"),
                row.getString("language"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                instant(row.getTimestamp("sent_at")),
                null);
    }

    private static List<Integer> integers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
