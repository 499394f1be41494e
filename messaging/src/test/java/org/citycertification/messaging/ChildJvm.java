package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A JVM with the tests' class path that can die and be frozen. It says where it is on standard error; see {@link Parent}. */
final class ChildJvm implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Thread listener;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        listener = new Thread(this::listen, "child-" + process.pid());
        listener.setDaemon(true);
        listener.start();
    }

    /** What the child prints otherwise is appended to {@code target/<class>.log}. */
    static ChildJvm start(Class<?> mainClass, String... arguments) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-cp",
                classPath,
                mainClass.getName()));
        command.addAll(List.of(arguments));
        var log = new File("target", mainClass.getSimpleName() + ".log");
        try {
            return new ChildJvm(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException e) {
            said.add(e.toString());
        }
    }

    /** Returns when the child has said a line that begins like this. */
    void awaitSaid(String beginning) {
        await().atMost(PATIENCE)
                .failFast("The child has ended", () -> !process.isAlive())
                .until(() -> said.stream().anyMatch(line -> line.startsWith(beginning)));
    }

    /** Everything that the child has said. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** Lets a child go on that waits. */
    void go() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGSTOP: its connections stay open, and nothing of it moves. */
    void freeze() {
        signal("-STOP");
    }

    /** SIGCONT. */
    void resume() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill " + name + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The exit code, once the child has ended by itself and all is known that it has said. */
    int awaitExit() {
        await().atMost(PATIENCE).until(() -> !process.isAlive() && !listener.isAlive());
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
