package org.citycertification.notification.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds recipients on either list. */
public final class Recipients {
    private static final Reach ERASED = new Reach.Erased();
    private static final Reach NEVER_SEEN = new Reach.NeverSeen();

    private final JdbcClient jdbc;

    public Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Reach reach(Recipient recipient) {
        return switch (recipient.kind()) {
            case CONTACT -> find("select name, address, language from contact where id = ?", recipient.id());
            case SUBSCRIBER -> find("select name, address, language from subscriber where id = ?", recipient.id());
        };
    }

    /** Everybody who gets announcements now. */
    public List<Recipient> subscribers() {
        return jdbc
                .sql("select id from subscriber where removed_at is null order by id")
                .query(UUID.class)
                .list()
                .stream()
                .map(Recipient::subscriber)
                .toList();
    }

    private Reach find(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query((row, n) -> reach(row)).optional().orElse(NEVER_SEEN);
    }

    private static Reach reach(ResultSet row) throws SQLException {
        String address = row.getString("address");
        return address == null
                ? ERASED
                : new Reach.Known(new Addressee(row.getString("name"), address, row.getString("language")));
    }
}
