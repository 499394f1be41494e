package org.citycertification.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("full")
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ParentDeathTests {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesTheChildrenAlongHoweverTheParentEnds(boolean forcibly) throws Exception {
        var parent = TestJvms.start(Parent.class);
        var output = parent.inputReader(UTF_8);
        var pids = Stream.of(next(output, "pids ").split(",", -1))
                .map(Long::valueOf)
                .toList();
        var children =
                pids.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();
        var data = Path.of(next(output, "data "));
        assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);
        assertThat(data).isDirectory();

        end(parent, forcibly);

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(Files.exists(data)).isFalse();
        });
    }

    @Test
    void watchesFrozenChildrenToo() throws Exception {
        var parent = TestJvms.start(Parent.class, "freeze");
        var output = parent.inputReader(UTF_8);
        var pids = Stream.of(next(output, "pids ").split(",", -1))
                .map(Long::valueOf)
                .toList();

        end(parent, true);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> pids.stream()
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .findAny()
                        .isEmpty());
    }

    private static void end(Process parent, boolean forcibly) throws InterruptedException {
        if (forcibly) {
            parent.destroyForcibly();
        } else {
            parent.destroy();
        }
        parent.waitFor();
    }

    private static String next(BufferedReader output, String label) throws IOException {
        var line = output.readLine();
        assertThat(line).startsWith(label);
        return line.substring(label.length());
    }

    /** Starts two parts, says what they are and waits. */
    static final class Parent {

        public static void main(String[] arguments) throws InterruptedException {
            var platform = TestPlatform.shared(Part.POSTGRES, Part.MAILBOX);
            var children = Stream.of(platform.postgres(), platform.mailbox()).toList();
            if (arguments.length > 0) {
                children.forEach(ManagedProcess::freeze);
            }
            System.out.println("pids "
                    + children.stream()
                            .map(child -> String.valueOf(child.pid()))
                            .collect(Collectors.joining(",")));
            System.out.println("data " + platform.directory());
            Thread.currentThread().join();
        }
    }
}
