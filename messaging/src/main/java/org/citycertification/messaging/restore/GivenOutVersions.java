package org.citycertification.messaging.restore;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what the database has given out. */
record GivenOutVersions(JdbcTemplate jdbc) {
    /** Rows of the outbox that carry bytes of their own, such as dead letters, have no version and erase nothing here. */
    private static final String SELECT = """
            with waiting as (
              select convert_from(message_key, 'UTF8') as message_key, min(version) as first from outbox
              where topic = ? and (version is not null or payload is null) and message_key is not null
              group by message_key)
            select p.message_key, p.version, p.erased, coalesce(w.first - 1, p.version) as sent,
              w.message_key is not null as waiting
            from published p left join waiting w using (message_key) where p.topic = ?""";

    Map<String, GivenOut> of(String topic) {
        Map<String, GivenOut> byKey = new HashMap<>();
        jdbc.query(
                SELECT,
                row -> {
                    byKey.put(
                            row.getString("message_key"),
                            new GivenOut(
                                    row.getLong("version"),
                                    row.getBoolean("erased"),
                                    row.getLong("sent"),
                                    row.getBoolean("waiting")));
                },
                topic,
                topic);
        return byKey;
    }
}
