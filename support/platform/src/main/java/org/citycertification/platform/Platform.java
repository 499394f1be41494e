package org.citycertification.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A broker, a schema registry, PostgreSQL and a mailbox on this machine, with their data below one directory. Parts start at the same
 * time where they can, and never outlive this JVM.
 */
public final class Platform implements AutoCloseable {

    private final KafkaBroker kafka;
    private final PostgresServer postgres;
    private final SchemaRegistryServer registry;
    private final Mailbox mailbox;
    private final DirectoryLock lock;

    private Platform(Builder settings, DirectoryLock lock) {
        var ports = settings.ports == null ? PlatformPorts.reserved() : settings.ports;
        var data = settings.directory;
        var logs = settings.logs;
        this.lock = lock;
        this.kafka = new KafkaBroker(data.resolve("kafka"), logs, ports, settings.signIn);
        this.postgres = new PostgresServer(data.resolve("postgres"), logs, ports.postgres(), settings.durable);
        this.registry = new SchemaRegistryServer(data.resolve("registry"), logs, ports.registry(), postgres);
        this.mailbox = new Mailbox(data.resolve("mailbox"), logs, ports);
        List.of(kafka, postgres, registry, mailbox).forEach(process -> process.reportTo(settings.progress));
    }

    /** A platform whose data are kept in that directory; an empty one is filled. */
    public static Builder builder(Path dataDirectory) {
        return new Builder(dataDirectory);
    }

    /** Starts parts that do not run yet and returns when all of the named ones are ready. */
    public void start(Part... parts) {
        var wanted = Set.of(parts);
        List<Runnable> starts = new ArrayList<>();
        if (wanted.contains(Part.POSTGRES) || wanted.contains(Part.REGISTRY)) {
            starts.add(wanted.contains(Part.REGISTRY) ? this::startRegistry : postgres::start);
        }
        if (wanted.contains(Part.KAFKA)) {
            starts.add(kafka::start);
        }
        if (wanted.contains(Part.MAILBOX)) {
            starts.add(mailbox::start);
        }
        runTogether(starts);
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public SchemaRegistryServer registry() {
        return registry;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    /** Stops what runs, the registry before its database; the data stay. */
    @Override
    public void close() {
        runTogether(List.of(kafka::stop, mailbox::stop, () -> {
            registry.stop();
            postgres.stop();
        }));
        lock.close();
    }

    /** Ends what runs without asking, for data that nobody will read again. */
    void abandon() {
        for (var process : List.of(kafka, mailbox, registry, postgres)) {
            if (process.isRunning()) {
                process.kill();
            }
        }
        lock.close();
    }

    private synchronized void startRegistry() {
        postgres.start();
        postgres.createDatabase(SchemaRegistryServer.DATABASE);
        registry.start();
    }

    /** Waits for all, then reports the first that failed. */
    private static void runTogether(List<Runnable> tasks) {
        var running = tasks.stream()
                .map(task -> CompletableFuture.runAsync(task, Platform::inThread))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(running).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof PlatformException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    private static void inThread(Runnable task) {
        var thread = new Thread(task, "platform");
        thread.setDaemon(true);
        thread.start();
    }

    /** Says how the platform is run. */
    public static final class Builder {

        private final Path directory;
        private Path logs;
        private @Nullable PlatformPorts ports;
        private @Nullable SignIn signIn;
        private Part[] parts = Part.values();
        private boolean durable = true;
        private boolean fresh;
        private Progress progress = Progress.SILENT;

        private Builder(Path directory) {
            this.directory = directory.toAbsolutePath().normalize();
            this.logs = this.directory.resolve("logs");
        }

        /** Ports of {@link PlatformPorts#reserved} unless said otherwise. */
        public Builder ports(PlatformPorts chosen) {
            ports = chosen;
            return this;
        }

        /** Where users of the broker sign in; nowhere unless said otherwise. */
        public Builder signIn(SignIn listener) {
            signIn = listener;
            return this;
        }

        /** What {@link #start} starts: everything unless said otherwise; the rest can follow. */
        public Builder parts(Part... chosen) {
            parts = chosen.clone();
            return this;
        }

        /** Whether PostgreSQL's data survive a power cut, as they do unless said otherwise; they survive SIGKILL in any case. */
        public Builder durable(boolean yes) {
            durable = yes;
            return this;
        }

        /** Whether what earlier runs left in the directory is forgotten first; data that another run uses are refused instead. */
        public Builder fresh(boolean yes) {
            fresh = yes;
            return this;
        }

        /** Where the processes' output goes; {@code logs} in the data directory unless said otherwise. */
        public Builder logs(Path path) {
            logs = path.toAbsolutePath().normalize();
            return this;
        }

        /** Hears about each start. */
        public Builder progress(Progress listener) {
            progress = listener;
            return this;
        }

        /** The platform, its parts started and ready; what had started is stopped again if one part fails. */
        public Platform start() {
            PlatformFiles.usableDirectory(directory);
            var lock = DirectoryLock.take(directory);
            if (fresh) {
                lock.emptyDirectory();
            }
            var platform = new Platform(this, lock);
            try {
                platform.start(parts);
            } catch (RuntimeException failed) {
                platform.close();
                throw failed;
            }
            return platform;
        }
    }
}
