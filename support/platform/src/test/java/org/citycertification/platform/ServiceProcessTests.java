package org.citycertification.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ServiceProcessTests {

    private final int port = Ports.reserve();
    private final URI address = URI.create("http://localhost:" + port + "/");

    @TempDir
    Path directory;

    @Test
    void isReadyWhenItAnswers() {
        try (var service = greeter().environment(Map.of("GREETING", "welcome")).start()) {
            assertThat(HttpProbe.exchange("GET", address, "")).isEqualTo("welcome");
            assertThat(service.startedIn()).isPositive();
            assertThat(service.address()).isEqualTo("http://localhost:" + port);
        }
        assertThat(HttpProbe.answersOk(address)).isFalse();
    }

    @Test
    void startsAgainAfterBeingKilled() {
        try (var service = greeter().start()) {
            var first = service.pid();
            service.kill();
            assertThat(service.isRunning()).isFalse();

            service.start();

            assertThat(service.pid()).isNotEqualTo(first);
            assertThat(HttpProbe.answersOk(address)).isTrue();
        }
    }

    @Test
    void isSilentWhileFrozen() {
        try (var service = greeter().start()) {
            service.freeze();
            // The signal's sender does not wait for the last thread to stop.
            await().atMost(Duration.ofSeconds(60)).until(() -> !HttpProbe.answersOk(address));
            assertThat(service.isRunning()).isTrue();

            service.resume();

            assertThat(HttpProbe.answersOk(address)).isTrue();
        }
    }

    @Test
    void stopsThoughItIsFrozen() {
        var service = greeter().start();
        service.freeze();

        service.stop();

        assertThat(service.isRunning()).isFalse();
    }

    @Test
    void tellsWhyAProgramDidNotStart() {
        var service = ServiceProcess.mainClass("greeter", "no.such.Greeter", "nowhere")
                .logFile(directory.resolve("greeter.log"))
                .readyWhen(address);

        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(service::start)
                .withMessageContaining("greeter ended with code 1 while it started")
                .withMessageContaining("greeter.log")
                .withMessageContaining("no.such.Greeter");
    }

    @Test
    void givesUpOnAProgramThatNeverAnswers() {
        var service = greeter()
                .readyWhen(URI.create("http://localhost:" + Ports.reserve()))
                .readyWithin(Duration.ofMillis(500))
                .build();

        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(service::start)
                .withMessageContaining("is not ready");
        assertThat(service.isRunning()).isFalse();
    }

    private ServiceProcess.Builder greeter() {
        return ServiceProcess.mainClass("greeter", Greeter.class.getName(), System.getProperty("java.class.path"))
                .arguments(String.valueOf(port))
                .ports(port)
                .jvmOptions("-Xmx32m")
                .logFile(directory.resolve("greeter.log"))
                .readyWhen(address);
    }

    /** Answers every request with a word from its environment. */
    static final class Greeter {

        public static void main(String[] arguments) throws IOException {
            var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(arguments[0])), 0);
            var body = System.getenv().getOrDefault("GREETING", "hello").getBytes(UTF_8);
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
        }
    }
}
