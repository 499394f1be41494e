package org.citycertification.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.citycertification.local.LocalPorts;
import org.citycertification.platform.PlatformPorts;
import org.citycertification.platform.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A machine on which {@code ./run} cannot work learns why in one line, before anything is built or started. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RunScriptTests {
    /** Everything else that the script calls; a machine without one of these is not what is tried here. */
    private static final List<String> TOOLS =
            List.of("awk", "bash", "cat", "df", "dirname", "find", "grep", "mkdir", "ps", "rm", "sed", "touch");

    private static final Path SCRIPT = Path.of("../../run");

    @TempDir
    private Path home;

    private Path tools;

    @BeforeEach
    void layOutAMachine() throws IOException {
        // With memory and ports of its own, so that it can be tried beside a real run.
        String script =
                Files.readString(SCRIPT).replace("/proc/meminfo", "meminfo").replaceAll("(?m)^\\d+ .*\\n", "");
        Files.writeString(home.resolve("run"), script);
        Files.writeString(home.resolve("meminfo"), "MemAvailable:   8000000 kB\n");
        tools = Files.createDirectory(home.resolve("tools"));
        for (String tool : TOOLS) {
            command(tool, "exec " + onPath(tool) + " \"$@\"");
        }
        command("java", "echo '    java.specification.version = 17'");
        command("javac", "exit 0");
        command("mvn", "exit 1");
    }

    @Test
    void buildsWhenEverythingIsThere() throws Exception {
        assertThat(run()).endsWith("./run: the build failed; its output is above");
    }

    @Test
    void namesAMissingJava() throws Exception {
        Files.delete(tools.resolve("java"));

        assertThat(run()).isEqualTo("./run: no java found; install a JDK 17 or later, or point JAVA_HOME at one");
    }

    @Test
    void namesARuntimeWithoutACompiler() throws Exception {
        Files.delete(tools.resolve("javac"));

        assertThat(run()).isEqualTo("./run: java is there but javac is not; a JDK is needed, not only a JRE");
    }

    @Test
    void namesAJavaThatOnlyAsksToBeInstalled() throws Exception {
        command("java", "echo 'Unable to locate a Java Runtime.' >&2; exit 1");

        assertThat(run()).isEqualTo("./run: java does not run; install a JDK 17 or later");
    }

    @Test
    void namesAJavaThatIsTooOld() throws Exception {
        command("java", "echo '    java.specification.version = 1.8'");

        assertThat(run()).isEqualTo("./run: Java 1.8 is too old; JDK 17 or later is needed");
    }

    @Test
    void namesAMissingMaven() throws Exception {
        Files.delete(tools.resolve("mvn"));

        assertThat(run()).isEqualTo("./run: no mvn found; install Apache Maven 3.8 or later");
    }

    @Test
    void saysHowMuchMemoryIsNeeded() throws Exception {
        Files.writeString(home.resolve("meminfo"), "MemAvailable:   1024000 kB\n");

        assertThat(run()).isEqualTo("./run: about 4 GB of free memory are needed, 1000 MB are available");
    }

    @Test
    void saysHowMuchDiskSpaceIsNeeded() throws Exception {
        command("df", "echo Filesystem; echo /dev/small 4000000 3488000 512000 88% /");

        assertThat(run())
                .isEqualTo("./run: about 2 GB of free disk space are needed for %s, 500 MB are available"
                        .formatted(data()));
    }

    @Test
    void saysWhyTheDataDirectoryCannotBeWritten() throws Exception {
        Files.createFile(home.resolve(".run"));

        assertThat(run()).isEqualTo("./run: the data directory %s cannot be written: File exists".formatted(data()));
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        int port = Ports.reserve();
        Path script = home.resolve("run");
        Files.writeString(script, Files.readString(script).replace("\nPORTS", "\n" + port + " review\nPORTS"));
        try (var taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run()).isEqualTo("./run: port " + taken.getLocalPort() + " is taken, but review needs it");
        }
    }

    @Test
    void looksAtEachPortThatIsNeeded() throws IOException {
        LocalPorts ports = LocalPorts.wellKnown();
        PlatformPorts platform = ports.platform();

        assertThat(Files.readAllLines(SCRIPT))
                .contains(
                        platform.kafka() + " the Kafka broker",
                        platform.kafkaController() + " the Kafka broker",
                        platform.registry() + " the schema registry",
                        platform.postgres() + " PostgreSQL",
                        platform.smtp() + " the mailbox",
                        platform.mailbox() + " the mailbox",
                        ports.identity() + " identity",
                        ports.intake() + " intake",
                        ports.scoring() + " scoring",
                        ports.review() + " review",
                        ports.notification() + " notification",
                        (ports.notification() + 1) + " notification");
    }

    @Test
    void leavesTheDataOfARunThatIsAliveAlone() throws Exception {
        Path kept = Files.createFile(Files.createDirectory(home.resolve(".run")).resolve("kept"));
        Process alive = new ProcessBuilder("bash", "-c", "read line; : LocalApplication").start();
        try {
            Files.writeString(home.resolve(".run/lock"), String.valueOf(alive.pid()));

            assertThat(run("--fresh"))
                    .isEqualTo(
                            "./run: it runs already, as process %d; stop that one first (its data in %s were left alone)"
                                    .formatted(alive.pid(), data()));
            assertThat(kept).exists();
        } finally {
            alive.destroyForcibly();
        }
    }

    @Test
    void startsWhatABuildHasLeft() throws Exception {
        builtAt(Instant.parse("2026-01-02T00:00:00Z"));
        changedAt(Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(run()).isEqualTo("started");
    }

    @Test
    void buildsAgainWhatHasChangedSince() throws Exception {
        builtAt(Instant.parse("2026-01-01T00:00:00Z"));
        changedAt(Instant.parse("2026-01-02T00:00:00Z"));

        assertThat(run()).endsWith("./run: the build failed; its output is above");
    }

    /** As Maven leaves it; what is started only says so. */
    private void builtAt(Instant time) throws IOException {
        command(
                "java",
                "case \"$*\" in *LocalApplication*) echo started; exit 1 ;; esac; echo ' java.specification.version = 17'");
        file("local/target/local.jar", time);
        file("tests/journeys/target/.built", time);
    }

    private void changedAt(Instant time) throws IOException {
        file("intake-service/src/main/java/Any.java", time);
    }

    private void file(String path, Instant time) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.setLastModifiedTime(Files.createFile(file), FileTime.from(time));
    }

    private Path data() throws IOException {
        return home.toRealPath().resolve(".run");
    }

    private void command(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, "#!" + onPath("bash") + "\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path onPath(String tool) {
        for (String directory : System.getenv("PATH").split(":")) {
            Path file = Path.of(directory, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IllegalStateException("This machine has no " + tool);
    }

    /** What the script prints before it gives up. */
    private String run(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(onPath("bash").toString(), "./run"));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("LC_ALL", "C");
        Process script = builder.start();
        String printed = new String(script.getInputStream().readAllBytes(), UTF_8);
        assertThat(script.waitFor()).isEqualTo(1);
        return printed.strip();
    }
}
