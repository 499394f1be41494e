package org.citycertification.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** Somebody who has found the password of a database role of the composition. */
record DatabaseRole(String name) {
    private static final Path PASSWORDS = SharedSystem.HOME.resolve("ops/demo-secrets");

    /** The SQL state with which the server refuses the statement in that database; empty if it does not. */
    Optional<String> refused(String database, String statement) {
        String address = "jdbc:postgresql://localhost:15432/" + database;
        try (var connection = DriverManager.getConnection(address, name, password());
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute(statement);
            connection.rollback();
            return Optional.empty();
        } catch (SQLException refusal) {
            return Optional.of(refusal.getSQLState());
        }
    }

    private String password() {
        try {
            return Files.readString(PASSWORDS.resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
