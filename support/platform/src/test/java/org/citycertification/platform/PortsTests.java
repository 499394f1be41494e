package org.citycertification.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PortsTests {

    @Test
    void staysBelowEphemeralPorts() {
        assertThat(Ports.reserve(3)).allMatch(port -> port >= 20_000 && port < 30_000);
    }

    @Test
    void neverGivesTheSamePortTwice() {
        var reserved = IntStream.range(0, 20)
                .mapToObj(i -> Ports.reserve(5))
                .flatMap(List::stream)
                .toList();

        assertThat(reserved).doesNotHaveDuplicates();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void neverGivesTheSamePortToTwoJvms(@TempDir Path directory) throws Exception {
        var jvms = Stream.generate(() -> reservingJvm(directory)).limit(3).toList();
        var seen = new HashSet<String>();

        for (var jvm : jvms) {
            var ports = jvm.inputReader(StandardCharsets.UTF_8).readLine().split(",", -1);
            assertThat(ports).hasSize(40).allMatch(seen::add);
        }
        for (var jvm : jvms) {
            jvm.getOutputStream().close();
            jvm.waitFor();
        }
    }

    @Test
    void takesBackThePortsOfAJvmThatIsGone(@TempDir Path directory) throws Exception {
        var jvm = reservingJvm(directory);
        var ports = jvm.inputReader(StandardCharsets.UTF_8).readLine();
        var taken = Stream.of(ports.split(",", -1)).map(Integer::valueOf).toList();
        jvm.destroyForcibly().waitFor();

        var rest = new PortLedger(directory).reserve(10_000, port -> true);

        assertThat(rest).containsAll(taken);
    }

    @Test
    void passesOverAPortThatSomebodyListensOn() throws IOException {
        var next = Ports.reserve() + 1;
        try (var taken = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.reserve(5)).doesNotContain(taken.getLocalPort());
        }
    }

    @Test
    void saysWhichPortIsTakenAndWhoWantsIt() throws IOException {
        try (var taken = new ServerSocket(Ports.reserve())) {
            var port = taken.getLocalPort();

            assertThatExceptionOfType(PlatformException.class)
                    .isThrownBy(() -> Ports.requireFree(port, "Kafka broker"))
                    .withMessage("Port " + port + " is taken, but the Kafka broker needs it.");
        }
    }

    private static Process reservingJvm(Path directory) {
        try {
            return TestJvms.start(Reserving.class, directory.toString());
        } catch (IOException failed) {
            throw new PlatformException("not started", failed);
        }
    }

    /** Reserves ten times four ports, prints them and waits for its input to end. */
    static final class Reserving {

        public static void main(String[] arguments) throws IOException {
            var ledger = new PortLedger(Path.of(arguments[0]));
            System.out.println(IntStream.range(0, 10)
                    .mapToObj(i -> ledger.reserve(4, port -> true))
                    .flatMap(List::stream)
                    .map(String::valueOf)
                    .collect(Collectors.joining(",")));
            var end = System.in.read();
            assertThat(end).isEqualTo(-1);
        }
    }
}
