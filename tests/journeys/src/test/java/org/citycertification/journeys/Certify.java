package org.citycertification.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.citycertification.local.RunningSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator's command at a system, as the account {@code op-7}.
 *
 * @param options of every call
 */
record Certify(RunningSystem system, List<String> options) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SECONDS = 90;

    Certify(RunningSystem system) {
        this(system, List.of());
    }

    record Ran(int exit, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    /** The dead letters of a service on which nobody has decided. */
    List<JsonNode> open(String service) {
        return list("--service", service);
    }

    /** Closed ones too. */
    List<JsonNode> all(String service) {
        return list("--service", service, "--all");
    }

    private List<JsonNode> list(String... which) {
        List<String> arguments = new ArrayList<>(List.of("dead-letters", "list", "--json"));
        arguments.addAll(List.of(which));
        return run(arguments.toArray(String[]::new)).json().valueStream().toList();
    }

    Ran run(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(SharedSystem.HOME.resolve("certify").toString()));
        command.addAll(List.of(arguments));
        command.addAll(options);
        try {
            Path out = Files.createTempFile("certify", ".out");
            Path err = Files.createTempFile("certify", ".err");
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("SPRING_KAFKA_BOOTSTRAP_SERVERS", system.bootstrapServers());
            builder.environment().put("SCHEMA_REGISTRY_URL", system.registryUrl());
            builder.environment().put("CERTIFY_ACTOR", "op-7");
            Process process = builder.start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " took longer than " + SECONDS + " s");
            }
            var ran = new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ran;
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
