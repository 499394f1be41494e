package org.citycertification.messaging.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The relay's view of the table, on the connection that also holds its leadership. */
final class OutboxRows {
    /** A refused row holds back what follows it under the same key, and nothing else. */
    private static final String SELECT = """
            select * from (
              select n.*, sum(length(n.headers) + coalesce(length(n.payload), 0)) over (order by n.id) as bytes from (
                select id, topic, target_partition, message_key, payload, headers from outbox o
                where refused_reason is null and not exists (
                  select 1 from outbox r where r.refused_reason is not null
                  and r.topic = o.topic and r.message_key is not distinct from o.message_key and r.id < o.id)
                order by id limit ?) n) b
            where bytes - length(headers) - coalesce(length(payload), 0) < ?
            order by id""";

    /** A batch must fit in memory, and reach the broker before its transaction times out. */
    private static final int LARGEST_BATCH = 8 * 1024 * 1024;

    private OutboxRows() {}

    /** The oldest rows: at most so many, and none more once they come to 8 MiB. */
    static List<OutboxRow> next(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, limit);
            select.setInt(2, LARGEST_BATCH);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    private static OutboxRow row(ResultSet result) throws SQLException {
        return new OutboxRow(
                result.getLong("id"),
                result.getString("topic"),
                result.getObject("target_partition", Integer.class),
                result.getBytes("message_key"),
                result.getBytes("payload"),
                result.getBytes("headers"));
    }

    static void delete(Connection connection, List<OutboxRow> rows) throws SQLException {
        Long[] ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids));
            delete.executeUpdate();
        }
    }

    static void refuse(Connection connection, OutboxRow row, String reason) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update outbox set refused_reason = ? where id = ?")) {
            update.setString(1, reason);
            update.setLong(2, row.id());
            update.executeUpdate();
        }
    }
}
