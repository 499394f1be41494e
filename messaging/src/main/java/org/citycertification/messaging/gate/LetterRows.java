package org.citycertification.messaging.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.messaging.gate.Positions.Position;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which refused records of a topic are open; a record is named by its place on the topic. */
final class LetterRows {
    private final JdbcTemplate jdbc;
    private final String topic;

    LetterRows(JdbcTemplate jdbc, String topic) {
        this.jdbc = jdbc;
        this.topic = topic;
    }

    /**
     * Notes that a record is refused.
     *
     * @return how often it has been refused by now; empty if its letter is open or was discarded, so that a topic read
     *     again makes no second letter; of one that expired nobody has decided anything, and no letter is left
     */
    OptionalInt refuse(ConsumerRecord<byte[], byte[]> record) {
        List<Integer> attempt =
                jdbc.queryForList("""
                insert into dead_letter (topic, partition_number, source_offset, message_key, attempt, state)
                values (?, ?, ?, ?, 1, 'OPEN')
                on conflict (topic, partition_number, source_offset)
                do update set attempt = dead_letter.attempt + 1, state = 'OPEN' where dead_letter.state in ('REDRIVEN', 'EXPIRED')
                returning attempt""", Integer.class, topic, record.partition(), record.offset(), record.key());
        return attempt.isEmpty() ? OptionalInt.empty() : OptionalInt.of(attempt.get(0));
    }

    /** Notes a letter that was found on its topic; there is news only if this database has never heard of it. */
    void note(DeadLetter letter) {
        jdbc.update(
                """
                insert into dead_letter (topic, partition_number, source_offset, message_key, attempt, state)
                values (?, ?, ?, ?, ?, 'OPEN')
                on conflict (topic, partition_number, source_offset)
                do update set attempt = excluded.attempt, state = 'OPEN' where dead_letter.attempt < excluded.attempt""",
                topic,
                letter.record().partition(),
                letter.sourceOffset(),
                letter.record().key(),
                letter.attempt());
    }

    /** A record whose letter waits for an operator. */
    record OpenLetter(int partition, long sourceOffset, int attempt, String key) {}

    /**
     * Open letters that are on their topic for certain. The relay deletes a row of the outbox once the broker has its record,
     * so as long as the outbox holds one for the partition, a letter of that partition may still be on its way.
     */
    List<OpenLetter> openAndPublished(String letterTopic) {
        return jdbc.query("""
                select partition_number, source_offset, attempt, message_key from dead_letter d
                where topic = ? and state = 'OPEN' and not exists (
                  select 1 from outbox where topic = ? and target_partition = d.partition_number)""", (row, n) -> open(row), topic, letterTopic);
    }

    private static OpenLetter open(ResultSet row) throws SQLException {
        byte[] key = row.getBytes("message_key");
        return new OpenLetter(
                row.getInt("partition_number"),
                row.getLong("source_offset"),
                row.getInt("attempt"),
                key == null ? "" : new String(key, UTF_8));
    }

    /** Closes a letter that nobody can resolve any more; false if it was resolved, or closed by another instance. */
    boolean expire(OpenLetter letter) {
        return jdbc.update("""
                        update dead_letter set state = 'EXPIRED'
                        where topic = ? and partition_number = ? and source_offset = ? and attempt = ? and state = 'OPEN'""", topic, letter.partition(), letter.sourceOffset(), letter.attempt()) > 0;
    }

    /** Locks the letter's row and tells whether this very letter is still open. */
    boolean lockOpen(DeadLetter letter) {
        List<Boolean> open = jdbc.queryForList(
                """
                select state = 'OPEN' and attempt = ? from dead_letter
                where topic = ? and partition_number = ? and source_offset = ? for update""", Boolean.class, letter.attempt(), topic, letter.record().partition(), letter.sourceOffset());
        return !open.isEmpty() && open.get(0);
    }

    /** Counts a redrive that failed; the letter stays open under the new number. */
    void failedAgain(DeadLetter letter) {
        update("attempt = attempt + 1", letter);
    }

    void redriven(DeadLetter letter) {
        update("state = 'REDRIVEN'", letter);
    }

    void discarded(DeadLetter letter) {
        update("state = 'DISCARDED'", letter);
    }

    private void update(String change, DeadLetter letter) {
        jdbc.update(
                "update dead_letter set " + change + " where topic = ? and partition_number = ? and source_offset = ?",
                topic,
                letter.record().partition(),
                letter.sourceOffset());
    }

    /**
     * The version of the first parked record, if all that is missing before it was discarded or has expired: of the letters
     * between the last applied and the first parked record of the key none is open. Topic order is version order within a key, so
     * nothing can come any more that fills the gap.
     */
    OptionalLong firstAfterDiscarded(String key, Position last) {
        List<Long> version = jdbc.queryForList(
                """
                with first as (
                  select version, partition_number, source_offset from parked
                  where topic = ? and message_key = ? and version > ? order by version limit 1),
                between_them as (
                  select d.state from dead_letter d join first using (partition_number)
                  where d.topic = ? and d.message_key = ?
                  and d.source_offset > ? and d.source_offset < first.source_offset)
                select version from first
                where exists (select 1 from between_them where state in ('DISCARDED', 'EXPIRED'))
                and not exists (select 1 from between_them where state = 'OPEN')""", Long.class, topic, key, last.version(), topic, key.getBytes(UTF_8), last.sourceOffset());
        return version.isEmpty() ? OptionalLong.empty() : OptionalLong.of(version.get(0));
    }
}
