package org.citycertification.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JavaScript example, copied into the build's directory with what it needs from npm. */
record NodeProgram(Path directory) {
    private static final int INSTALLED_WITHIN_SECONDS = 180;
    private static final int DONE_WITHIN_SECONDS = 60;

    /** The example's files beside its installed packages; fails if Node.js or npm is missing. */
    static NodeProgram installed(Path example) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(
                Path.of("target").resolve(example.getFileName()).toAbsolutePath());
        try (Stream<Path> files = Files.list(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var program = new NodeProgram(directory);
        program.execute(Map.of(), INSTALLED_WITHIN_SECONDS, "node", "--version");
        program.execute(
                Map.of(), INSTALLED_WITHIN_SECONDS, "npm", "install", "--no-audit", "--no-fund", "--loglevel=error");
        return program;
    }

    /** Runs it to its end and returns what it printed, line by line. */
    List<String> run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        return execute(environment, DONE_WITHIN_SECONDS, command.toArray(String[]::new));
    }

    private List<String> execute(Map<String, String> environment, int seconds, String... command)
            throws IOException, InterruptedException {
        Path out = directory.resolve("stdout");
        Path err = directory.resolve("stderr");
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = start(builder);
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError("%s %s%n%s%n%s"
                    .formatted(
                            String.join(" ", command),
                            ended ? "ended with " + process.exitValue() : "took longer than " + seconds + " s",
                            Files.readString(out),
                            Files.readString(err)));
        }
        return Files.readAllLines(out);
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException missing) {
            String tool = builder.command().get(0);
            throw new AssertionError(
                    "-Pfull runs the example in JavaScript and needs Node.js 18 or later with npm; there is no " + tool,
                    missing);
        }
    }
}
