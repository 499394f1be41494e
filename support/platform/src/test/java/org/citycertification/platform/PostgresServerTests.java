package org.citycertification.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PostgresServerTests {

    private final PostgresServer postgres = TestPlatform.shared(Part.POSTGRES).postgres();

    @AfterEach
    void leaveARunningServer() {
        postgres.start();
    }

    @Test
    void givesTheServiceARoleWithoutRightsOfItsOwn() throws SQLException {
        postgres.createDatabase("roles");

        var attributes = query(
                "roles",
                "roles_app",
                "SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user");

        assertThat(attributes).containsExactly("t", "f", "f", "f", "f");
        assertThat(query("roles", "roles_app", "SELECT datdba::regrole FROM pg_database WHERE datname = 'roles'"))
                .containsExactly("roles_owner");
    }

    @Test
    void letsTheServiceUseWhatTheOwnerMakes() throws SQLException {
        postgres.createDatabase("usable");
        execute("usable", "usable_owner", "CREATE TABLE town (id bigserial PRIMARY KEY, name text)");

        execute("usable", "usable_app", "INSERT INTO town (name) VALUES ('São João')");
        execute("usable", "usable_app", "UPDATE town SET name = name || '!'");

        assertThat(query("usable", "usable_app", "SELECT name FROM town")).containsExactly("São João!");
        execute("usable", "usable_app", "DELETE FROM town");
    }

    @Test
    void keepsTheServiceFromChangingTheStructure() {
        postgres.createDatabase("fixed");

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("fixed", "fixed_app", "CREATE TABLE mine (id int)"))
                .withMessageContaining("permission denied");
    }

    @Test
    void keepsOneServiceOutOfTheDatabaseOfAnother() {
        postgres.createDatabase("mine");
        postgres.createDatabase("yours");

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> query("yours", "mine_app", "SELECT 1"))
                .withMessageContaining("permission denied");
    }

    @Test
    void leavesADatabaseThatExistsAsItIs() throws SQLException {
        postgres.createDatabase("twice");
        execute("twice", "twice_owner", "CREATE TABLE kept (id int)");

        postgres.createDatabase("twice");

        assertThat(query("twice", "twice_app", "SELECT count(*) FROM kept")).containsExactly("0");
    }

    @Test
    void refusesANameThatIsNotAnIdentifier() {
        assertThatIllegalArgumentException().isThrownBy(() -> postgres.createDatabase("x; DROP DATABASE y"));
    }

    @Test
    void keepsCommittedRowsWhenItIsKilled() throws SQLException {
        postgres.createDatabase("killed");
        execute("killed", "killed_owner", "CREATE TABLE kept AS SELECT 7 AS id");

        postgres.kill();
        postgres.start();

        assertThat(query("killed", "killed_app", "SELECT id FROM kept")).containsExactly("7");
    }

    @Test
    void stopsThoughAClientIsConnected() throws SQLException {
        postgres.createDatabase("stopped");
        try (var connection = connect("stopped", "stopped_app")) {
            postgres.stop();

            assertThat(connection.isValid(1)).isFalse();
            assertThat(postgres.isRunning()).isFalse();
        }
    }

    @Test
    void sortsAndStoresTextTheSameWayOnEveryMachine() throws SQLException {
        postgres.createDatabase("text");

        assertThat(query("text", "text_app", "SHOW server_encoding")).containsExactly("UTF8");
        assertThat(query("text", "text_app", "SELECT upper('ação') || ' ' || ('Z' < 'a')"))
                .containsExactly("AÇÃO true");
        assertThat(query("text", "text_app", "SHOW max_connections")).containsExactly("200");
    }

    private void execute(String database, String role, String command) throws SQLException {
        try (var connection = connect(database, role);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private List<String> query(String database, String role, String query) throws SQLException {
        try (var connection = connect(database, role);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.add(rows.getString(column));
                }
            }
            return values;
        }
    }

    private Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), role, role);
    }
}
