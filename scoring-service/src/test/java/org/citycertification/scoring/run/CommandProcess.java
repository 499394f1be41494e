package org.citycertification.scoring.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.citycertification.scoring.ScoringApplication;
import org.citycertification.scoring.ScoringPlatform;

/** A command as an operator starts it: a JVM of its own, its settings from the environment. */
public final class CommandProcess implements AutoCloseable {
    private static final long MINUTES = 4;

    private final Process process;
    private final Path output;

    private CommandProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param heap limit, as {@code 96m} */
    public static CommandProcess start(String heap, String... arguments) {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath,
                ScoringApplication.class.getName()));
        command.addAll(List.of(arguments));
        try {
            var output = Files.createTempFile("command", ".out");
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile());
            var platform = ScoringPlatform.platform();
            builder.environment().put("SPRING_KAFKA_BOOTSTRAP_SERVERS", platform.bootstrapServers());
            builder.environment().put("SCHEMA_REGISTRY_URL", platform.registryUrl());
            return new CommandProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Whether it still runs. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Its exit code, once it has ended. */
    public int exit() {
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The command still runs: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** What it has printed up to now. */
    public String output() {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.delete(output);
    }
}
