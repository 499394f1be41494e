package org.citycertification.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One platform for all tests of a JVM. Each part starts when it is first asked for; everything ends with the JVM, and the data with it.
 * Logs stay in {@code target/platform-logs} of the module under test, in a directory named after the process id.
 */
public final class TestPlatform {

    private static final String BORROWED = "platform.borrowed";

    private static @Nullable TestPlatform shared;

    private final Path directory;
    private final Platform platform;
    private final @Nullable BorrowedPlatform borrowed;
    private final Set<Part> started = EnumSet.noneOf(Part.class);

    private TestPlatform(Path directory, Platform platform, @Nullable BorrowedPlatform borrowed) {
        this.directory = directory;
        this.platform = platform;
        this.borrowed = borrowed;
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
        return borrowed == null ? kafka().bootstrapServers() : borrowed.bootstrapServers();
    }

    /** The {@code schema.registry.url}. */
    public String registryUrl() {
        return borrowed == null ? registry().url() : borrowed.registryUrl();
    }

    /** A database's address; {@link #createDatabase} makes it. */
    public String jdbcUrl(String database) {
        return borrowed == null ? postgres().jdbcUrl(database) : borrowed.jdbcUrl(database);
    }

    /** As {@link PostgresServer#createDatabase}, on a borrowed server too; returns its JDBC address. */
    public String createDatabase(String name) {
        new DatabaseSetup(this::jdbcUrl).create(name);
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
        if (isBorrowed(part)) {
            throw new PlatformException(part + " is borrowed, and a test that stops or kills it needs its own.");
        }
        startOnce(Set.of(part));
        return platform;
    }

    private boolean isBorrowed(Part part) {
        return borrowed != null && part != Part.MAILBOX;
    }

    /** A part that a test has stopped or killed is not started behind its back. */
    private synchronized void startOnce(Set<Part> parts) {
        var missing = parts.stream()
                .filter(part -> !started.contains(part) && !isBorrowed(part))
                .toArray(Part[]::new);
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
            return new TestPlatform(directory, platform, borrowed());
        } catch (IOException failed) {
            throw new PlatformException("No directory for the test platform could be made.", failed);
        }
    }

    private static @Nullable BorrowedPlatform borrowed() {
        if (!Boolean.getBoolean(BORROWED)) {
            return null;
        }
        return ServiceLoader.load(BorrowedPlatform.class)
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        BORROWED + " is set, and no " + BorrowedPlatform.class.getName() + " is on the class path."));
    }

    private static Path logs(Path directory) {
        var build = Path.of("target");
        return Files.isDirectory(build)
                ? build.resolve("platform-logs")
                        .resolve(String.valueOf(ProcessHandle.current().pid()))
                : directory.resolve("logs");
    }
}
