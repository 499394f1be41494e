package org.citycertification.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class PlatformTests {

    @TempDir
    Path directory;

    @Test
    void namesThePortThatIsTaken() throws IOException {
        var ports = PlatformPorts.reserved();
        try (var taken = new ServerSocket(ports.smtp(), 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(PlatformException.class)
                    .isThrownBy(() -> builder().ports(ports).parts(Part.MAILBOX).start())
                    .withMessage("Port " + taken.getLocalPort() + " is taken, but the mailbox needs it.");
        }
    }

    @Test
    void refusesADataDirectoryThatIsInUse() {
        try (var running = builder().parts().start()) {
            assertThat(running.kafka().isRunning()).isFalse();
            assertThatExceptionOfType(PlatformException.class)
                    .isThrownBy(() -> builder().parts().start())
                    .withMessageContaining(directory.toString())
                    .withMessageEndingWith("is in use by another run.");
        }
        builder().parts().start().close();
    }

    @Test
    void forgetsWhatEarlierRunsLeft() throws IOException {
        Files.createDirectories(directory.resolve("kafka/data"));
        Files.createFile(directory.resolve("kafka/data/log"));

        builder().parts().fresh(true).start().close();

        assertThat(directory.resolve("kafka")).doesNotExist();
    }

    @Test
    void doesNotForgetDataThatAnotherRunUses() throws IOException {
        var log = Files.createFile(directory.resolve("log"));
        try (var running = builder().parts().start()) {
            assertThat(running.kafka().isRunning()).isFalse();
            assertThatExceptionOfType(PlatformException.class)
                    .isThrownBy(() -> builder().parts().fresh(true).start())
                    .withMessageEndingWith("is in use by another run.");
        }
        assertThat(log).exists();
        assertThat(directory.resolve("lock"))
                .hasContent(String.valueOf(ProcessHandle.current().pid()));
    }

    @Test
    void refusesADataDirectoryThatCannotBeMade() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(() -> Platform.builder(file.resolve("below")).start())
                .withMessage("The data directory " + file.resolve("below") + " cannot be made.");
    }

    @Test
    void saysHowMuchSpaceIsMissing() {
        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(() -> PlatformFiles.requireSpace(directory, Long.MAX_VALUE))
                .withMessageMatching("Too little disk space for .*: \\d+ MiB free, \\d+ MiB needed\\.");
    }

    @Test
    void keepsItsDataFromOneRunToTheNext() {
        var ports = PlatformPorts.reserved();
        try (var first = builder().ports(ports).parts(Part.POSTGRES).start()) {
            first.postgres().createDatabase("kept");
        }

        try (var second = builder().ports(ports).parts(Part.POSTGRES).start()) {
            assertThat(second.postgres().jdbcUrl("kept")).satisfies(url -> {
                try (var connection = DriverManager.getConnection(url, "kept_app", "kept_app")) {
                    assertThat(connection.isValid(5)).isTrue();
                }
            });
        }
    }

    @Test
    void tellsWhoIsReadyAndAfterHowLong() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        var listener = new Progress() {
            @Override
            public void starting(ManagedProcess process) {
                heard.add("starting " + process.name());
            }

            @Override
            public void ready(ManagedProcess process, Duration took) {
                heard.add(process.name() + " ready after " + (took.toNanos() > 0 ? "a while" : "nothing"));
            }
        };

        builder().parts(Part.MAILBOX).progress(listener).start().close();

        assertThat(heard).containsExactly("starting mailbox", "mailbox ready after a while");
    }

    private Platform.Builder builder() {
        return Platform.builder(directory).durable(false);
    }
}
