package org.citycertification.messaging.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.citycertification.messaging.headers.HeaderBytes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records that wait for their predecessor or for an upgrade. */
final class ParkedRecords {
    private final JdbcTemplate jdbc;
    private final String topic;

    ParkedRecords(JdbcTemplate jdbc, String topic) {
        this.jdbc = jdbc;
        this.topic = topic;
    }

    void park(ConsumerRecord<byte[], byte[]> record, EventIdentity identity, String reason) {
        jdbc.update(
                """
                insert into parked (topic, message_key, version, event_id, partition_number, source_offset,
                  payload, headers, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                topic,
                identity.key(),
                identity.version(),
                identity.eventId(),
                record.partition(),
                record.offset(),
                record.value(),
                HeaderBytes.write(record.headers()),
                reason);
    }

    /** The record that may be applied now that this is the key's version. */
    Optional<ConsumerRecord<byte[], byte[]>> next(String key, long version) {
        return jdbc
                .query(
                        "select * from parked where topic = ? and message_key = ? and version = ?",
                        (row, n) -> record(row),
                        topic,
                        key,
                        version + 1)
                .stream()
                .findFirst();
    }

    /** Removes a record, and what is older; returns false if another instance did so first. */
    boolean remove(EventIdentity identity) {
        int removed = jdbc.update(
                "delete from parked where topic = ? and message_key = ? and version <= ?",
                topic,
                identity.key(),
                identity.version());
        return removed > 0;
    }

    /** An erased key's records must neither stay nor come back after an upgrade. */
    void forget(String key) {
        jdbc.update("delete from parked where topic = ? and message_key = ?", topic, key);
    }

    /**
     * Those of the keys whose next version is parked, or whose missing versions may have been discarded or have expired; all
     * keys if none are given.
     */
    List<String> applicable(@Nullable Collection<String> keys) {
        String[] wanted = keys == null
                ? null
                : keys.stream().filter(ParkedRecords::isText).toArray(String[]::new);
        return jdbc.queryForList("""
                select distinct p.message_key from parked p join gate g using (topic, message_key)
                where p.topic = ? and (?::text[] is null or p.message_key = any(?)) and p.version > g.version
                and (p.version = g.version + 1 or exists (select 1 from dead_letter d
                  where d.topic = p.topic and d.message_key = convert_to(p.message_key, 'UTF8')
                  and d.state in ('DISCARDED', 'EXPIRED') and d.source_offset between g.source_offset and p.source_offset))
                order by p.message_key""", String.class, topic, wanted, wanted);
    }

    /** PostgreSQL's text has no zero character; a key with one has never been parked. */
    private static boolean isText(String key) {
        return key.indexOf('\0') < 0;
    }

    private ConsumerRecord<byte[], byte[]> record(ResultSet row) throws SQLException {
        Headers headers = HeaderBytes.read(row.getBytes("headers"));
        byte[] key = row.getString("message_key").getBytes(UTF_8);
        byte[] value = row.getBytes("payload");
        return new ConsumerRecord<>(
                topic,
                row.getInt("partition_number"),
                row.getLong("source_offset"),
                row.getTimestamp("parked_at").getTime(),
                TimestampType.NO_TIMESTAMP_TYPE,
                key.length,
                value.length,
                key,
                value,
                headers,
                java.util.Optional.empty());
    }
}
