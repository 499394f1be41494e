package org.citycertification.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A child process that can be started, stopped, killed and frozen any number of times; its data stays on disk and its addresses stay
 * the same. It never outlives the JVM that started it.
 */
public abstract class ManagedProcess implements AutoCloseable {

    /** Who ends while starting is noticed at once; this is for one that hangs, on however slow a machine. */
    static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);

    private final String name;
    private final Path logFile;
    private final Duration readyWithin;
    private volatile @Nullable Process process;
    private volatile Duration startedIn = Duration.ZERO;
    private Progress progress = Progress.SILENT;

    ManagedProcess(String name, Path logFile) {
        this(name, logFile, READY_WITHIN);
    }

    ManagedProcess(String name, Path logFile, Duration readyWithin) {
        this.name = name;
        this.logFile = logFile;
        this.readyWithin = readyWithin;
    }

    /** What people call it, such as {@code "Kafka broker"}. */
    public final String name() {
        return name;
    }

    /** Where others reach it: {@code host:port} or a URL. */
    public abstract String address();

    /** Everything the process has printed since its data directory was made. */
    public final Path logFile() {
        return logFile;
    }

    /** From launch to readiness, of the last start. */
    public final Duration startedIn() {
        return startedIn;
    }

    /** Whether the process exists, frozen or not. */
    public final boolean isRunning() {
        var current = process;
        return current != null && isAlive(current);
    }

    /** Process id. */
    public final long pid() {
        return live().pid();
    }

    /** Starts the process and returns when it is ready for use; a running process is left alone. */
    public final synchronized void start() {
        if (isRunning()) {
            return;
        }
        ports().forEach(port -> Ports.requireFree(port, name));
        var begin = System.nanoTime();
        var launched = launch();
        process = launched;
        Warden.watch(launched);
        progress.starting(this);
        awaitReady(launched);
        startedIn = Duration.ofNanos(System.nanoTime() - begin);
        progress.ready(this, startedIn);
    }

    /** Asks the process to end and waits for it, for at most 20 s; then kills it. Nothing happens if it is not running. */
    public final synchronized void stop() {
        var current = process;
        if (current == null || !isAlive(current)) {
            return;
        }
        var tree = ProcessTree.of(current.toHandle());
        if (!OperatingSystem.isWindows()) {
            tree.signal("CONT");
        }
        terminate(current);
        if (!tree.awaitEnd(STOPPED_WITHIN)) {
            tree.kill();
        }
    }

    /** {@link #stop} and {@link #start}. */
    public final void restart() {
        stop();
        start();
    }

    /** Ends the process and its descendants at once (SIGKILL), and returns when they are gone. */
    public final void kill() {
        ProcessTree.of(live().toHandle()).kill();
    }

    /** Stops the process in its tracks (SIGSTOP): connections stay open, nothing is answered. */
    public final void freeze() {
        ProcessTree.of(live().toHandle()).signal("STOP");
    }

    /** Lets a frozen process go on (SIGCONT). */
    public final void resume() {
        ProcessTree.of(live().toHandle()).signal("CONT");
    }

    @Override
    public final void close() {
        stop();
    }

    /** Lays out what the process needs on disk and says how it is launched. */
    abstract ProcessBuilder prepare() throws IOException;

    /** Whether the launched process can be used. */
    abstract boolean isReady(Process launched);

    /** The ports the process listens on. */
    abstract Set<Integer> ports();

    /** Asks for an orderly end. */
    void terminate(Process running) {
        running.destroy();
    }

    final void reportTo(Progress listener) {
        progress = listener;
    }

    /** {@link Process#isAlive} lags behind {@link ProcessHandle#isAlive}, which {@link #kill} waits for. */
    private static boolean isAlive(Process process) {
        return process.toHandle().isAlive();
    }

    private static int exitCode(Process ended) {
        try {
            return ended.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while a process ended.", interrupted);
        }
    }

    private Process live() {
        var current = process;
        if (current == null || !isAlive(current)) {
            throw new IllegalStateException(name + " is not running.");
        }
        return current;
    }

    private Process launch() {
        try {
            Files.createDirectories(logFile.toAbsolutePath().getParent());
            var builder = prepare();
            builder.command(OperatingSystem.detached(builder.command()));
            return builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                    .start();
        } catch (IOException failed) {
            throw new PlatformException(name + " could not be launched: " + failed.getMessage(), failed);
        }
    }

    private void awaitReady(Process launched) {
        var answered = Waiting.until(readyWithin, () -> !isAlive(launched) || isReady(launched));
        if (answered && isAlive(launched)) {
            return;
        }
        var reason = isAlive(launched)
                ? "is not ready after %d s".formatted(readyWithin.toSeconds())
                : "ended with code %d while it started".formatted(exitCode(launched));
        ProcessTree.of(launched.toHandle()).kill();
        throw new PlatformException("%s %s; its log is %s%s".formatted(name, reason, logFile, lastWords()));
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(logFile);
            return lines.isEmpty() ? "" : " (last line: " + lines.get(lines.size() - 1) + ")";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
