package org.citycertification.journeys;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.citycertification.local.LocalSystem;

/** Holds a city's standing in review's database, so that decisions on the city meet there, and then lets go. */
final class HeldStanding implements AutoCloseable {
    private static final String WAITING = """
            select count(*) from pg_stat_activity
            where datname = 'review' and wait_event_type = 'Lock' and pid <> pg_backend_pid()""";

    private final Connection connection;

    HeldStanding(LocalSystem system, InventedCity city) throws SQLException {
        String url = system.platform().postgres().jdbcUrl("review");
        connection = DriverManager.getConnection(url, "review_app", "review_app");
        connection.setAutoCommit(false);
        run("insert into certification (city_id, city_version) values (?, 0) on conflict do nothing", city.id());
        run("select from certification where city_id = ? for update", city.id());
    }

    private void run(String sql, String city) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, city);
            statement.execute();
        }
    }

    /** Waits until so many transactions cannot go on, and then takes back what holds them. */
    void releaseWhenWaited(int transactions) throws SQLException {
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() >= transactions);
        connection.rollback();
    }

    private long waiting() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITING);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
