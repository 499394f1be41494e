package org.citycertification.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A machine with the scripts of {@code ops} and a {@code docker} that writes down what it is asked, dumps a line for a
 * database, keeps what is restored, and fails when it is told to.
 */
final class OpsMachine {
    private static final String DOCKER = """
            #!/usr/bin/env bash
            cd "$(dirname "$0")/.."
            echo "$*" >> asked
            fail() { echo "docker: no space left" >&2; eval "$(cat trouble)"; exit 1; }
            ! grep -qf fails <<< "$*" || { echo half; fail; }
            case "$*" in
              *"config --services") printf '%s\\n' intake kafka postgres ;;
              *pg_dump*) echo "rows of ${!#}" ;;
              *"pg_restore --list") grep -q "^rows of" ;;
              *"--entrypoint tar"*) tar -C data -cf - . ;;
              *pg_restore* | *"--entrypoint sh"*) cat > now; ! grep -qaf fails now || fail; cat now >> restored ;;
            esac
            """;

    /** Where the scripts are called, which is not where they lie. */
    final Path elsewhere;

    private final Path home;

    OpsMachine(Path root) throws IOException {
        home = Files.createDirectory(root.resolve("product"));
        elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        executable("ops/backup.sh", Files.readString(Path.of("../../ops/backup.sh")));
        executable("ops/restore.sh", Files.readString(Path.of("../../ops/restore.sh")));
        executable("tools/docker", DOCKER);
        Files.writeString(Files.createDirectory(home.resolve("data")).resolve("log"), "records of Kafka\n");
        fails("nothing does");
    }

    private void executable(String name, String script) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** From now on it does not do what is asked with these words, or given with them. */
    void fails(String words) throws IOException {
        Files.writeString(home.resolve("fails"), words + "\n");
        Files.writeString(home.resolve("trouble"), "");
    }

    /** The same, and somebody ends the script meanwhile. */
    void isInterruptedAt(String words) throws IOException {
        fails(words);
        Files.writeString(home.resolve("trouble"), "kill -TERM $PPID\n");
    }

    /** What the script prints, which must end with success. */
    String succeed(String script, String... arguments) throws Exception {
        return Command.succeed(elsewhere, line(script, arguments));
    }

    /** What the script prints, which must not end with success. */
    String fail(String script, String... arguments) throws Exception {
        return Command.fail(elsewhere, line(script, arguments));
    }

    private String[] line(String script, String... arguments) {
        String path = home.resolve("tools") + ":" + System.getenv("PATH");
        return Stream.concat(Stream.of("env", "PATH=" + path, "../product/ops/" + script), Stream.of(arguments))
                .toArray(String[]::new);
    }

    /** What docker was asked, in order. */
    List<String> asked() throws IOException {
        return lines("asked");
    }

    /** What was put back, in order; of Kafka's files the lines that can be read. */
    List<String> restored() throws IOException {
        return lines("restored");
    }

    private List<String> lines(String name) throws IOException {
        Path file = home.resolve(name);
        return Files.exists(file)
                ? new String(Files.readAllBytes(file), UTF_8).lines().toList()
                : List.of();
    }

    /** The names in a directory of the caller's. */
    List<String> names(String directory) throws IOException {
        try (Stream<Path> files = Files.list(elsewhere.resolve(directory))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
