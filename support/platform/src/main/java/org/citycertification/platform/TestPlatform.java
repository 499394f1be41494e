package org.citycertification.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One platform for all tests of a JVM. Each part starts when it is first asked for; everything ends with the JVM, and the data with it.
 * Logs stay in {@code target/platform-logs} of the module under test.
 */
public final class TestPlatform {

    private static @Nullable TestPlatform shared;

    private final Path directory;
    private final Platform platform;
    private final Set<Part> started = EnumSet.noneOf(Part.class);

    private TestPlatform(Path directory, Platform platform) {
        this.directory = directory;
        this.platform = platform;
    }

    /**
     * The platform of this JVM.
     *
     * @param parts those to be ready on return; naming all that a test needs starts them at the same time
     */
    public static TestPlatform shared(Part... parts) {
        var instance = instance();
        instance.startOnce(Set.of(parts));
        return instance;
    }

    /** The broker's {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return kafka().bootstrapServers();
    }

    /** The {@code schema.registry.url}. */
    public String registryUrl() {
        return registry().url();
    }

    /** A database's address; {@link #createDatabase} makes it. */
    public String jdbcUrl(String database) {
        return postgres().jdbcUrl(database);
    }

    /** As {@link PostgresServer#createDatabase}; returns its JDBC address. */
    public String createDatabase(String name) {
        postgres().createDatabase(name);
        return jdbcUrl(name);
    }

    /** The mailbox's SMTP port on {@code localhost}. */
    public int smtpPort() {
        return mailbox().smtpPort();
    }

    /** The mailbox's page and API. */
    public String mailboxUrl() {
        return mailbox().url();
    }

    /** The broker, started once; a test that kills it starts it again. */
    public KafkaBroker kafka() {
        return started(Part.KAFKA).kafka();
    }

    /** The registry, started once; a test that kills it starts it again. */
    public SchemaRegistryServer registry() {
        return started(Part.REGISTRY).registry();
    }

    /** PostgreSQL, started once; a test that kills it starts it again. */
    public PostgresServer postgres() {
        return started(Part.POSTGRES).postgres();
    }

    /** The mailbox, started once; a test that kills it starts it again. */
    public Mailbox mailbox() {
        return started(Part.MAILBOX).mailbox();
    }

    /** Where the data are, for as long as this JVM lives. */
    Path directory() {
        return directory;
    }

    private Platform started(Part part) {
        startOnce(Set.of(part));
        return platform;
    }

    /** A part that a test has stopped or killed is not started behind its back. */
    private synchronized void startOnce(Set<Part> parts) {
        var missing = parts.stream().filter(part -> !started.contains(part)).toArray(Part[]::new);
        platform.start(missing);
        started.addAll(parts);
        if (parts.contains(Part.REGISTRY)) {
            started.add(Part.POSTGRES);
        }
    }

    private static synchronized TestPlatform instance() {
        if (shared == null) {
            shared = launch();
        }
        return shared;
    }

    private static TestPlatform launch() {
        try {
            var directory = Files.createTempDirectory("city-certification-");
            Warden.deleteAtEnd(directory);
            var platform = Platform.builder(directory)
                    .parts()
                    .durable(false)
                    .logs(logs(directory))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(platform::abandon, "platform"));
            return new TestPlatform(directory, platform);
        } catch (IOException failed) {
            throw new PlatformException("No directory for the test platform could be made.", failed);
        }
    }

    private static Path logs(Path directory) {
        var build = Path.of("target");
        return Files.isDirectory(build) ? build.resolve("platform-logs") : directory.resolve("logs");
    }
}
