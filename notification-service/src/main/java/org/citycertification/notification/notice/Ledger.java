package org.citycertification.notification.notice;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.citycertification.messaging.headers.StoredTraces;
import org.citycertification.notification.contact.Reach;
import org.citycertification.notification.contact.Recipients;
import org.citycertification.notification.letter.FactsJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where notices begin. Writes rows and nothing else, inside the transaction of the event that causes them. */
final class Ledger {
    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final StoredTraces traces;
    private final String messageIdDomain;

    Ledger(JdbcClient jdbc, Recipients recipients, StoredTraces traces, String messageIdDomain) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.traces = traces;
        this.messageIdDomain = messageIdDomain;
    }

    /** Writes the notice down, once, and takes back what it contradicts and has not been sent. */
    void queue(NewNotice notice, Instant now) {
        NoticeState state = firstState(notice);
        Optional<Long> inserted = insert(notice, state, now);
        if (inserted.isEmpty()) {
            return;
        }
        jdbc.sql("insert into notice_step (notice_seq, number, at, state, attempt) values (?, 1, ?, ?, 0)")
                .params(inserted.get(), Timestamp.from(now), state.name())
                .update();
        StateChange.to(NoticeState.SUPERSEDED, now)
                .because("A newer notice on the same matter: " + notice.key().noticeId())
                .where("n.recipient_id = :recipient and n.matter = :matter and n.matter_version < :version")
                .with("recipient", notice.key().recipient().id())
                .with("matter", notice.matter().name())
                .with("version", notice.matter().version())
                .apply(jdbc);
    }

    private NoticeState firstState(NewNotice notice) {
        if (newerExists(notice)) {
            return NoticeState.SUPERSEDED;
        }
        Reach reach = recipients.reach(notice.key().recipient());
        if (reach instanceof Reach.Erased) {
            return NoticeState.SUPPRESSED;
        }
        return reach instanceof Reach.Known ? NoticeState.QUEUED : NoticeState.WAITING_FOR_CONTACT;
    }

    private boolean newerExists(NewNotice notice) {
        return jdbc.sql(
                        "select exists (select from notice where recipient_id = ? and matter = ? and matter_version > ?)")
                .params(
                        notice.key().recipient().id(),
                        notice.matter().name(),
                        notice.matter().version())
                .query(Boolean.class)
                .single();
    }

    private Optional<Long> insert(NewNotice notice, NoticeState state, Instant now) {
        NoticeKey key = notice.key();
        return jdbc.sql("""
                        insert into notice (id, event_id, recipient_kind, recipient_id, template, message_id, matter,
                          matter_version, submission_id, city_id, facts, traceparent, state, due_at, created_at, changed_at)
                        values (:id, :eventId, :kind, :recipient, :template, :messageId, :matter, :version, :submission,
                          :city, cast(:facts as jsonb), :trace, :state, :now, :now, :now)
                        on conflict (event_id, recipient_id, template) do nothing
                        returning seq
                        """)
                .param("id", key.noticeId())
                .param("eventId", key.eventId())
                .param("kind", key.recipient().kind().name())
                .param("recipient", key.recipient().id())
                .param("template", key.template().name())
                .param("messageId", key.messageId(messageIdDomain))
                .param("matter", notice.matter().name())
                .param("version", notice.matter().version())
                .param("submission", notice.submissionId(), Types.OTHER)
                .param("city", notice.cityId())
                .param("facts", FactsJson.write(notice.facts()))
                .param("trace", traces.current(), Types.VARCHAR)
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }
}
