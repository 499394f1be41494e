package org.citycertification.notification.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contacts of cities, as last heard. */
final class Contacts {
    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces what was known. */
    void record(RecordedContact contact, Instant now) {
        jdbc.sql("""
                        insert into contact (id, city_id, name, address, language, role, version, recorded_at)
                        values (:id, :cityId, :name, :address, :language, :role, :version, :now)
                        on conflict (id) do update set city_id = excluded.city_id, name = excluded.name,
                          address = excluded.address, language = excluded.language, role = excluded.role,
                          version = excluded.version, recorded_at = excluded.recorded_at, erased_at = null
                        """)
                .param("id", contact.id())
                .param("cityId", contact.cityId())
                .param("name", contact.name())
                .param("address", contact.address())
                .param("language", contact.language())
                .param("role", contact.role())
                .param("version", contact.version())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Keeps the id alone, also of a contact that was never heard of: what refers to it must not wait for it. */
    void erase(UUID id, Instant now) {
        jdbc.sql("""
                        insert into contact (id, version, recorded_at, erased_at) values (:id, 0, :now, :now)
                        on conflict (id) do update set city_id = null, name = null, address = null, language = null,
                          role = null, erased_at = coalesce(contact.erased_at, excluded.erased_at)
                        """).param("id", id).param("now", Timestamp.from(now)).update();
    }
}
