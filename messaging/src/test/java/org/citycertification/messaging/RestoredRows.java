package org.citycertification.messaging;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The rows of a service as they were at a moment, which can be put back. */
final class RestoredRows {
    private static final List<String> TABLES = List.of("thing", "published", "outbox", "gate", "consumer_offset");

    private final JdbcClient owner;

    private RestoredRows(JdbcClient owner) {
        this.owner = owner;
    }

    static RestoredRows of(MessagingSystem system) {
        String name = system.name();
        var database = new DriverManagerDataSource(system.platform().jdbcUrl(name), name + "_owner", name + "_owner");
        var rows = new RestoredRows(JdbcClient.create(database));
        for (String table : TABLES) {
            rows.execute("drop table if exists backup_of_" + table);
            rows.execute("create table backup_of_%1$s as table %1$s".formatted(table));
        }
        return rows;
    }

    void restore() {
        for (String table : TABLES) {
            execute("truncate table " + table);
            execute("insert into %1$s overriding system value table backup_of_%1$s".formatted(table));
        }
    }

    private void execute(String sql) {
        owner.sql(sql).update();
    }
}
