package org.citycertification.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PostgreSQL on 127.0.0.1, UTF-8, with a database and two roles for each service. */
public final class PostgresServer extends ManagedProcess {

    static final String SUPERUSER = "postgres";

    /** Where {@code postmaster.pid} says how far the server has come. */
    private static final int STATUS_LINE = 7;

    private final Path directory;
    private final Path logs;
    private final int port;
    private final boolean durable;

    PostgresServer(Path directory, Path logs, int port, boolean durable) {
        super("PostgreSQL", logs.resolve("postgres.log"));
        this.directory = directory;
        this.logs = logs;
        this.port = port;
        this.durable = durable;
    }

    /** For {@code spring.datasource.url}; the user and password are separate settings. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /**
     * Makes a database with its owner {@code <name>_owner}, for migrations, and the role {@code <name>_app}, for a service's pool, which
     * may read and write rows but owns nothing and cannot pass row-level security. Passwords are the roles' names. What exists stays.
     *
     * @param name lower-case letters, digits and underscores
     */
    public void createDatabase(String name) {
        new DatabaseSetup(this::jdbcUrl).create(name);
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    Set<Integer> ports() {
        return Set.of(port);
    }

    @Override
    ProcessBuilder prepare() throws IOException {
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        var command = command("postgres", "-D", data().toString(), "-p", String.valueOf(port));
        settings().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return new ProcessBuilder(command).directory(directory.toFile());
    }

    @Override
    boolean isReady(Process launched) {
        try {
            var lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE
                    && lines.get(0).strip().equals(String.valueOf(launched.pid()))
                    && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A plain SIGTERM would wait for all clients to leave. */
    @Override
    void terminate(Process running) {
        try {
            run(command("pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-W"));
        } catch (IOException failed) {
            running.destroy();
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Map<String, String> settings() {
        var safe = durable ? "on" : "off";
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "200",
                "shared_buffers", "64MB",
                "timezone", "UTC",
                "log_timezone", "UTC",
                "fsync", safe,
                "full_page_writes", safe);
    }

    /** Collation by code point everywhere, independent of the machine's own locales. */
    private void initialise() throws IOException {
        Files.createDirectories(directory);
        var password = Files.writeString(directory.resolve("superuser"), SUPERUSER);
        var code = run(command(
                "initdb",
                "--pgdata=" + data(),
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync"));
        if (code != 0) {
            throw new PlatformException("PostgreSQL's data directory could not be made; see " + initLog());
        }
    }

    private int run(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(initLog().toFile()))
                    .start()
                    .waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while preparing PostgreSQL.", interrupted);
        }
    }

    private Path initLog() {
        return logs.resolve("postgres-tools.log");
    }

    private static List<String> command(String tool, String... arguments) {
        var command = new ArrayList<>(RootUser.withoutRights());
        command.add(PlatformFiles.postgresBinaries()
                .resolve(OperatingSystem.executable(tool))
                .toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
