package org.citycertification.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Apicurio Registry with its Confluent-compatible API, keeping its schemas in the platform's PostgreSQL. */
public final class SchemaRegistryServer extends ManagedProcess {

    static final String DATABASE = "registry";

    private final Path directory;
    private final int port;
    private final PostgresServer postgres;

    SchemaRegistryServer(Path directory, Path logs, int port, PostgresServer postgres) {
        super("schema registry", logs.resolve("registry.log"));
        this.directory = directory;
        this.port = port;
        this.postgres = postgres;
    }

    /** The value of {@code schema.registry.url}. */
    public String url() {
        return "http://localhost:" + port + "/apis/ccompat/v7";
    }

    @Override
    public String address() {
        return url();
    }

    @Override
    Set<Integer> ports() {
        return Set.of(port);
    }

    @Override
    ProcessBuilder prepare() throws IOException {
        Files.createDirectories(directory);
        var owner = DATABASE + "_owner";
        var options = List.of(
                "-Xms64m",
                "-Xmx320m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.log.console.json=false",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=postgresql",
                "-Dapicurio.datasource.url=" + postgres.jdbcUrl(DATABASE),
                "-Dapicurio.datasource.username=" + owner,
                "-Dapicurio.datasource.password=" + owner,
                "-Dapicurio.datasource.jdbc.initial-size=2",
                "-Dapicurio.datasource.jdbc.min-size=2",
                "-Dapicurio.datasource.jdbc.max-size=10");
        return new ProcessBuilder(JavaCommand.jar(options, PlatformFiles.registryJar(), List.of()))
                .directory(directory.toFile());
    }

    @Override
    boolean isReady(Process launched) {
        return HttpProbe.answersOk(URI.create(url() + "/subjects"));
    }
}
