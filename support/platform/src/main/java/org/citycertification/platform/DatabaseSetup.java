package org.citycertification.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Makes a database and its two roles, as often as it is asked. */
final class DatabaseSetup {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    private final UnaryOperator<String> jdbcUrl;

    /** @param jdbcUrl address of the database of that name */
    DatabaseSetup(UnaryOperator<String> jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    void create(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        var owner = name + "_owner";
        var app = name + "_app";
        try {
            try (var connection = connect(PostgresServer.SUPERUSER)) {
                createRole(connection, owner);
                createRole(connection, app);
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                    execute(connection, List.of("CREATE DATABASE " + name + " OWNER " + owner));
                }
            }
            try (var connection = connect(name)) {
                execute(connection, grants(name, owner, app));
            }
        } catch (SQLException failed) {
            throw new PlatformException("The database " + name + " could not be made: " + failed.getMessage(), failed);
        }
    }

    private static List<String> grants(String name, String owner, String app) {
        var defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " IN SCHEMA public GRANT ";
        return List.of(
                "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                "GRANT CONNECT ON DATABASE " + name + " TO " + app,
                "ALTER SCHEMA public OWNER TO " + owner,
                "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "GRANT USAGE ON SCHEMA public TO " + app,
                defaults + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + app,
                defaults + "USAGE, SELECT ON SEQUENCES TO " + app);
    }

    private static void createRole(Connection connection, String role) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            var limits = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION";
            execute(connection, List.of("CREATE ROLE " + role + " " + limits + " PASSWORD '" + role + "'"));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, List<String> commands) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl.apply(database), PostgresServer.SUPERUSER, PostgresServer.SUPERUSER);
    }
}
