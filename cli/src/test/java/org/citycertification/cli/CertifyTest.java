package org.citycertification.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as an operator starts it, beside a service with a real broker, registry and database. */
@Tag("full")
abstract class CertifyTest {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path directory;

    static final RefusingService service = RefusingService.running();

    record Ran(int exit, String out, String err) {}

    static String awaitLetter(UUID key) {
        List<String> found = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            found.clear();
            json(certify("dead-letters", "list", "--json")).forEach(letter -> {
                if (letter.path("key").asString().equals(key.toString())) {
                    found.add(letter.path("id").asString());
                }
            });
            assertThat(found).hasSize(1);
        });
        return found.get(0);
    }

    /** What was done about a letter. */
    static JsonNode history(String id) throws IOException, InterruptedException {
        return json(certify("dead-letters", "show", id, "--json")).path("history");
    }

    static JsonNode json(Ran ran) {
        assertThat(ran.exit()).as(ran.err()).isZero();
        return JSON.readTree(ran.out());
    }

    static Ran certify(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "../certify"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    static Ran run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("SPRING_KAFKA_BOOTSTRAP_SERVERS", service.platform.bootstrapServers());
        builder.environment().put("SCHEMA_REGISTRY_URL", service.platform.registryUrl());
        Process process = builder.start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
