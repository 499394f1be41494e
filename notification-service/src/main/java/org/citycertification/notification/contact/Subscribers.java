package org.citycertification.notification.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The announcement list. */
final class Subscribers {
    /** What putting a subscriber on the list did. */
    enum Put {
        ADDED,
        KEPT_OR_CHANGED
    }

    private final JdbcClient jdbc;

    Subscribers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Put put(Subscriber subscriber, Instant now) {
        boolean added = jdbc.sql("""
                        with before as (select id from subscriber where id = :id and removed_at is null)
                        insert into subscriber (id, name, address, language, recorded_at)
                        values (:id, :name, :address, :language, :now)
                        on conflict (id) do update set name = excluded.name, address = excluded.address,
                          language = excluded.language, recorded_at = excluded.recorded_at, removed_at = null
                        returning not exists (select from before)
                        """)
                .param("id", subscriber.id())
                .param("name", subscriber.name())
                .param("address", subscriber.address().value())
                .param("language", subscriber.language())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
        return added ? Put.ADDED : Put.KEPT_OR_CHANGED;
    }

    /** Forgets name and address; without effect on somebody who is not on the list. */
    void remove(UUID id, Instant now) {
        jdbc.sql("""
                        update subscriber set name = null, address = null, language = null, removed_at = :now
                        where id = :id and removed_at is null
                        """).param("id", id).param("now", Timestamp.from(now)).update();
    }
}
