package org.citycertification.review.running;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The service's database, as others than its pool see it. */
final class ReviewDatabase {
    private ReviewDatabase() {}

    /** The database as the owner of its tables, or as the pool's role. */
    static Connection database(String role) throws SQLException {
        return DriverManager.getConnection(RunningReview.platform().jdbcUrl("review"), role, role);
    }

    static List<String> column(String query) {
        try (Connection connection = database("review_owner");
                var rows = connection.createStatement().executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
