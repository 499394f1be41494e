package org.citycertification.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small process that outlives its parent by a moment. The parent tells it over a pipe what it has started; when the pipe breaks,
 * however the parent ended, the warden kills what is left and deletes what was temporary.
 */
final class Warden {

    private static final String WATCH = "watch ";
    private static final String DELETE = "delete ";
    private static final String READY = "ready";
    private static final String NOT_STARTED = "The process that watches over the others could not be started.";

    private static @Nullable PrintStream pipe;

    private final Map<Long, ProcessHandle> watched = new LinkedHashMap<>();
    private final List<Path> temporary = new ArrayList<>();

    /** The warden's own process: reads orders until the parent is gone. */
    public static void main(String[] arguments) throws IOException {
        var warden = new Warden();
        loadAllClasses();
        System.out.println(READY);
        try (var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            orders.lines().forEach(warden::obey);
        } catch (UncheckedIOException broken) {
            // A broken pipe says the same as a closed one.
        }
        warden.cleanUp();
    }

    /** A build may replace this module's files while the warden waits, so that nothing could be loaded at the end. */
    private static void loadAllClasses() {
        new ProcessTree(List.of()).kill();
    }

    /** Called by the parent: the process and its descendants shall not outlive this JVM. */
    static void watch(Process process) {
        tell(WATCH + process.pid());
    }

    /** Called by the parent: the directory shall not outlive this JVM. */
    static void deleteAtEnd(Path directory) {
        tell(DELETE + directory);
    }

    private static synchronized void tell(String order) {
        if (pipe == null) {
            pipe = new PrintStream(launch().getOutputStream(), true, UTF_8);
        }
        pipe.println(order);
    }

    private static Process launch() {
        var command = JavaCommand.mainClass(
                List.of("-Xmx16m", "-Xss256k"), JavaCommand.ownClasses(), Warden.class.getName(), List.of());
        try {
            var warden = new ProcessBuilder(OperatingSystem.detached(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (READY.equals(warden.inputReader(UTF_8).readLine())) {
                return warden;
            }
        } catch (IOException failed) {
            throw new PlatformException(NOT_STARTED, failed);
        }
        throw new PlatformException(NOT_STARTED);
    }

    private void obey(String order) {
        if (order.startsWith(WATCH)) {
            watched.values().removeIf(process -> !process.isAlive());
            ProcessHandle.of(Long.parseLong(order.substring(WATCH.length())))
                    .ifPresent(process -> watched.put(process.pid(), process));
        } else if (order.startsWith(DELETE)) {
            temporary.add(Path.of(order.substring(DELETE.length())));
        }
    }

    private void cleanUp() {
        for (var process : watched.values()) {
            ProcessTree.of(process).kill();
        }
        temporary.forEach(Warden::delete);
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            directory.toFile().delete();
        }
    }
}
