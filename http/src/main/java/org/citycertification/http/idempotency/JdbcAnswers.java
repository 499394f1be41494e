package org.citycertification.http.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code idempotent_answer}. All but {@link #purge} run inside the caller's transaction. */
final class JdbcAnswers {

    /** PostgreSQL's {@code lock_not_available}, which Spring does not tell from other errors. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;

    JdbcAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims the scope; where another transaction has claimed it and not ended, waits for its end.
     *
     * @return false if an answer is stored already
     * @throws CannotAcquireLockException if the other transaction has not ended after {@code wait}
     */
    boolean claim(RequestScope scope, byte[] requestHash, Duration wait) {
        String before = Objects.requireNonNull(jdbc.sql("select current_setting('lock_timeout')")
                .query(String.class)
                .single());
        lockTimeout(wait.toMillis() + "ms");
        boolean claimed = insert(scope, requestHash);
        lockTimeout(before);
        return claimed;
    }

    private boolean insert(RequestScope scope, byte[] requestHash) {
        try {
            return jdbc.sql("""
                            insert into idempotent_answer (id, subject, method, path, request_hash)
                            values (:id, :subject, :method, :path, :hash)
                            on conflict do nothing""")
                            .param("id", scope.id())
                            .param("subject", scope.subject())
                            .param("method", scope.method())
                            .param("path", scope.path())
                            .param("hash", requestHash)
                            .update()
                    == 1;
        } catch (DataAccessException failed) {
            if (failed.getRootCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                throw new CannotAcquireLockException("The first request with this key is still at work", failed);
            }
            throw failed;
        }
    }

    private void lockTimeout(String value) {
        jdbc.sql("select set_config('lock_timeout', :value, true)")
                .param("value", value)
                .query(String.class)
                .single();
    }

    void store(RequestScope scope, StoredAnswer answer) {
        jdbc.sql("""
                        update idempotent_answer
                        set status = :status, location = :location, etag = :etag, content_type = :contentType, body = :body
                        where id = :id""")
                .param("status", answer.status())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("contentType", answer.contentType())
                .param("body", answer.body())
                .param("id", scope.id())
                .update();
    }

    Optional<Found> find(RequestScope scope) {
        return jdbc.sql("""
                        select request_hash, status, location, etag, content_type, body
                        from idempotent_answer where id = :id and status is not null""")
                .param("id", scope.id())
                .query((row, number) -> found(row))
                .optional();
    }

    /** Deletes at most {@code batch} rows older than {@code keep} and tells how many. */
    int purge(Duration keep, int batch) {
        return jdbc.sql("""
                        delete from idempotent_answer where id in (
                            select id from idempotent_answer
                            where created_at < now() - make_interval(secs => :seconds)
                            order by created_at limit :batch for update skip locked)""")
                .param("seconds", keep.toSeconds())
                .param("batch", batch)
                .update();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getBytes("request_hash"),
                new StoredAnswer(
                        row.getInt("status"),
                        text(row, "location"),
                        text(row, "etag"),
                        text(row, "content_type"),
                        row.getBytes("body")));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    record Found(byte[] requestHash, StoredAnswer answer) {}
}
