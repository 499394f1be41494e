package org.citycertification.messaging.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The last applied version of each key, and the next offset of each partition. */
final class Positions {
    private static final String LONGEST_SILENCE = "10s";

    private final JdbcTemplate jdbc;
    private final String topic;

    Positions(JdbcTemplate jdbc, String topic) {
        this.jdbc = jdbc;
        this.topic = topic;
    }

    /**
     * What was applied last; version 0 and no event where nothing was.
     *
     * @param sourceOffset where it was on the topic
     */
    record Position(long version, @Nullable UUID eventId, long sourceOffset) {
        static final Position NONE = new Position(0, null, -1);

        static Position at(Incoming.Event<?> event) {
            return new Position(
                    event.identity().version(),
                    event.identity().eventId(),
                    event.record().offset());
        }

        /** The same place after going over versions that were discarded. */
        Position passing(long toVersion) {
            return new Position(toVersion, null, sourceOffset);
        }
    }

    OptionalLong nextOffset(int partition) {
        List<Long> found = jdbc.queryForList(
                "select next_offset from consumer_offset where topic = ? and partition_number = ?",
                Long.class,
                topic,
                partition);
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.get(0));
    }

    void forgetOffset(int partition) {
        jdbc.update("delete from consumer_offset where topic = ? and partition_number = ?", topic, partition);
    }

    /**
     * Locks the partitions, in their order, so that a late predecessor cannot apply the same records. The server ends the
     * transaction of a process that is frozen, so that its successor need not wait for it.
     */
    Map<Integer, Long> lockOffsets(Collection<Integer> partitions) {
        jdbc.queryForObject(
                "select set_config('idle_in_transaction_session_timeout', ?, true)", String.class, LONGEST_SILENCE);
        Map<Integer, Long> next = new HashMap<>();
        for (Integer partition : new TreeSet<>(partitions)) {
            jdbc.update(
                    "insert into consumer_offset (topic, partition_number, next_offset) values (?, ?, 0)"
                            + " on conflict do nothing",
                    topic,
                    partition);
            next.put(
                    partition,
                    jdbc.queryForObject(
                            "select next_offset from consumer_offset where topic = ? and partition_number = ? for update",
                            Long.class,
                            topic,
                            partition));
        }
        return next;
    }

    void saveOffsets(Map<Integer, Long> next) {
        jdbc.batchUpdate(
                "update consumer_offset set next_offset = ? where topic = ? and partition_number = ?",
                next.entrySet().stream()
                        .map(entry -> new Object[] {entry.getValue(), topic, entry.getKey()})
                        .toList());
    }

    /** Locks the keys in their order, so that no two batches wait for each other. */
    Map<String, Position> lock(Collection<String> keys) {
        String[] sorted = new TreeSet<>(keys).toArray(String[]::new);
        jdbc.update(
                "insert into gate (topic, message_key, version)"
                        + " select ?, k, 0 from unnest(?::text[]) as k order by k on conflict do nothing",
                topic,
                sorted);
        Map<String, Position> positions = new HashMap<>();
        jdbc.query(
                "select message_key, version, event_id, source_offset from gate where topic = ? and message_key = any(?)"
                        + " order by message_key for update",
                (ResultSet row) -> {
                    positions.put(row.getString("message_key"), position(row));
                },
                topic,
                sorted);
        return positions;
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(
                row.getLong("version"), row.getObject("event_id", UUID.class), row.getLong("source_offset"));
    }

    /** The last applied version of a key, 0 if none. */
    long version(String key) {
        List<Long> found = jdbc.queryForList(
                "select version from gate where topic = ? and message_key = ?", Long.class, topic, key);
        return found.isEmpty() ? 0 : found.get(0);
    }

    void save(Map<String, Position> changed) {
        jdbc.batchUpdate(
                "update gate set version = ?, event_id = ?, source_offset = ? where topic = ? and message_key = ?",
                changed.entrySet().stream()
                        .map(entry -> new Object[] {
                            entry.getValue().version(),
                            entry.getValue().eventId(),
                            entry.getValue().sourceOffset(),
                            topic,
                            entry.getKey()
                        })
                        .toList());
    }
}
