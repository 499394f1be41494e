package org.citycertification.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citycertification.local.RunningSystem;

/** Certificates and passwords for docker-compose.secure.yml. */
record Secrets(Path directory) {
    /** As the script of the source tree makes them. */
    static Secrets make() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "secrets-");
            Compose.execute(List.of("ops/secure/make-secrets.sh", directory.toString()), Map.of());
            return new Secrets(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The composition in which Kafka asks who comes, with other files over it. */
    Compose composition(String... over) {
        return new Compose(
                Map.of("SECRETS_DIR", directory.toString()),
                Stream.concat(Stream.of("docker-compose.yml", "docker-compose.secure.yml"), Stream.of(over))
                        .toArray(String[]::new));
    }

    /** What a Kafka client of that name must bring. */
    Map<String, String> client(String principal) {
        return Principal.client(directory, principal);
    }

    /** The system that runs, with the operator's name on Kafka. */
    RunningSystem systemForOperator() {
        return RunningSystem.inContainers(client("operator"));
    }

    Path file(String name) {
        return directory.resolve(name);
    }
}
