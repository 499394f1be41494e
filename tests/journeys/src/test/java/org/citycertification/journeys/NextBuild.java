package org.citycertification.journeys;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.citycertification.local.RunningSystem;

/**
 * The services' executable jars as a next release would bring them, made from those of this build: other contracts, and
 * one more edition of the standard that comes with scoring.
 */
final class NextBuild {
    /** The edition that only the next build brings along. */
    static final String EDITION = "2022-r2";

    private static final String SHIPPED_EDITION = "2022-r1";
    private static final String EDITIONS = "BOOT-INF/classes/editions/";
    private static final String LIBRARIES = "BOOT-INF/lib";
    private static final int DEPLOYED_WITHIN_SECONDS = 60;

    /** Spring Boot's loader accepts libraries only as they are, without compression. */
    private static final Map<String, String> UNCOMPRESSED = Map.of("noCompression", "true");

    private final Path directory;

    private NextBuild(Path directory) {
        this.directory = directory;
    }

    /** Makes the jars of these services. */
    static NextBuild of(Iterable<String> services) throws IOException {
        var build = new NextBuild(
                Files.createTempDirectory(Path.of("target"), "next-build-").toAbsolutePath());
        for (String service : services) {
            build.derive(service);
        }
        build.addEdition();
        return build;
    }

    /** The service as it is built here. */
    static Path jarOfThisBuild(String service) {
        String module = service + "-service";
        return SharedSystem.HOME.resolve(module).resolve("target").resolve(module + "-exec.jar");
    }

    /** The service as the next release brings it. */
    Path jar(String service) {
        return directory.resolve(service + ".jar");
    }

    private void derive(String service) throws IOException {
        Path jar = Files.copy(jarOfThisBuild(service), jar(service));
        try (FileSystem inside = FileSystems.newFileSystem(jar, UNCOMPRESSED)) {
            Path contracts = contractsIn(inside.getPath(LIBRARIES));
            Path next = directory.resolve("next-contracts.jar");
            if (!Files.exists(next)) {
                Path present = Files.copy(contracts, directory.resolve("contracts.jar"));
                new NextContracts(directory).derive(present);
            }
            Files.copy(next, contracts, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path contractsIn(Path libraries) throws IOException {
        try (Stream<Path> all = Files.list(libraries)) {
            return all.filter(library -> library.getFileName().toString().startsWith("schemas-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void addEdition() throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(jar("scoring"), UNCOMPRESSED)) {
            String shipped = Files.readString(inside.getPath(EDITIONS + SHIPPED_EDITION + ".yml"));
            String next = shipped.replace("id: " + SHIPPED_EDITION, "id: " + EDITION);
            Files.writeString(inside.getPath(EDITIONS + EDITION + ".yml"), next);
        }
    }

    /** An assessment for the next build's edition instead. */
    static String pinnedToItsEdition(String assessment) {
        return assessment.replace(SHIPPED_EDITION, EDITION);
    }

    /** The deploy step that comes with the next build: it registers that build's schemas. */
    void deploy(RunningSystem system) throws IOException, InterruptedException {
        Path log = directory.resolve("deploy.log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-Dloader.main=org.citycertification.schemas.deploy.Deployment",
                        "-cp",
                        jar("scoring").toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("SPRING_KAFKA_BOOTSTRAP_SERVERS", system.bootstrapServers());
        builder.environment().put("SCHEMA_REGISTRY_URL", system.registryUrl());
        Process process = builder.start();
        boolean ended = process.waitFor(DEPLOYED_WITHIN_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError("The next build's deploy step failed:\n" + Files.readString(log));
        }
    }
}
