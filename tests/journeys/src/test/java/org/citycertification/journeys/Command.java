package org.citycertification.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** A command line, and what it prints on either stream. */
final class Command {
    private Command() {}

    /** It must end with status 0. */
    static String succeed(Path directory, String... line) throws Exception {
        return run(directory, true, line);
    }

    /** It must end with another status. */
    static String fail(Path directory, String... line) throws Exception {
        return run(directory, false, line);
    }

    private static String run(Path directory, boolean well, String... line) throws Exception {
        Process process = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor() == 0).as(printed).isEqualTo(well);
        return printed.strip();
    }
}
