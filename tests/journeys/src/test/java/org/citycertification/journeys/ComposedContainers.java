package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml as it stands, started, and what can be said of each container. */
abstract class ComposedContainers {
    static final List<String> SERVICES = List.of("demo-identity", "intake", "scoring", "review", "notification");
    private static final List<String> FOREIGN = List.of("postgres", "kafka", "registry", "mailbox");
    private static final List<String> DATABASES = List.of("intake", "review", "notification", "registry", "postgres");
    private static final String NOT_ROOT = "10001:10001";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @AutoClose
    static Compose compose;

    @BeforeAll
    static void start() {
        compose = new Compose(Map.of(), "docker-compose.yml");
        compose.up();
    }

    @Test
    void ourContainersAreClosedAndLimited() {
        for (String service : with(SERVICES, "deploy")) {
            JsonNode container = compose.inspect(service);
            JsonNode host = container.path("HostConfig");

            assertThat(container.path("Config").path("User").asString())
                    .as(service)
                    .isEqualTo(NOT_ROOT);
            assertThat(host.path("ReadonlyRootfs").asBoolean()).as(service).isTrue();
            assertThat(host.path("Tmpfs").has("/tmp")).as(service).isTrue();
            assertThat(host.path("CapDrop").toString()).as(service).contains("ALL");
            assertThat(host.path("SecurityOpt").toString()).as(service).contains("no-new-privileges");
        }
    }

    @Test
    void everyContainerIsLimitedAndComesBackUnlessItsWorkIsDone() {
        for (String service : with(SERVICES, FOREIGN.toArray(String[]::new))) {
            JsonNode host = compose.inspect(service).path("HostConfig");
            assertThat(host.path("Memory").asLong()).as(service).isPositive();
            assertThat(host.path("RestartPolicy").path("Name").asString())
                    .as(service)
                    .isEqualTo("unless-stopped");
        }
        JsonNode deploy = compose.inspect("deploy");
        assertThat(deploy.path("HostConfig").path("RestartPolicy").path("Name").asString())
                .isIn("", "no");
        assertThat(deploy.path("State").path("ExitCode").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void theHeapFollowsTheContainersMemory(String service) {
        long memory = compose.inspect(service).path("HostConfig").path("Memory").asLong();
        String flags = compose.run("exec", "-T", service, "java", "-XX:+PrintFlagsFinal", "-version");

        long heap = flags.lines()
                .filter(line -> line.contains(" MaxHeapSize "))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".*= *(\\d+).*", "$1")))
                .findFirst()
                .orElseThrow();
        assertThat(heap).isBetween(memory * 60 / 100, memory * 70 / 100);
    }

    @Test
    void publishesPortsToThisMachineOnly() {
        List<String> addresses = new ArrayList<>();
        for (JsonNode container : compose.inspectAll()) {
            container
                    .path("HostConfig")
                    .path("PortBindings")
                    .forEach(bindings -> bindings.forEach(
                            binding -> addresses.add(binding.path("HostIp").asString())));
        }

        assertThat(addresses).hasSizeGreaterThan(10).containsOnly("127.0.0.1");
    }

    @Test
    void theTextOfTheCompositionHoldsNoSecret() throws IOException {
        // The directory's name begins as one of the secrets does.
        String text = compose.run("config").replace("/demo-secrets/", "/");

        try (Stream<Path> secrets = Files.list(SharedSystem.HOME.resolve("ops/demo-secrets"))) {
            for (Path secret :
                    secrets.filter(file -> !file.toString().endsWith(".md")).toList()) {
                String content = Files.readString(secret).strip();
                assertThat(text).as(secret.toString()).doesNotContain(content);
            }
        }
        assertThat(text).contains("/run/secrets");
    }

    @Test
    void anImageSaysWhatItIsAndWhatIsInIt() throws IOException {
        for (String service : SERVICES) {
            JsonNode labels = compose.inspect(service).path("Config").path("Labels");
            assertThat(labels.path("org.opencontainers.image.title").asString())
                    .startsWith("city-certification ")
                    .contains(service);
            assertThat(labels.path("org.opencontainers.image.version").asString())
                    .isEqualTo(ComposeFileTests.versionOfTheProduct());
            assertThat(labels.path("org.opencontainers.image.licenses").asString())
                    .isEqualTo("Apache-2.0");
            assertThat(billOfMaterials(service))
                    .as(service)
                    .extracting(component -> component.path("name").asString())
                    .contains("spring-core", "jackson-databind");
        }
    }

    private static List<JsonNode> billOfMaterials(String service) throws IOException {
        Path jar = Files.createTempFile(Path.of("target"), service, ".jar");
        compose.run("cp", service + ":/app/app.jar", jar.toAbsolutePath().toString());
        try (var file = new JarFile(jar.toFile());
                var text = file.getInputStream(file.getEntry("META-INF/sbom/application.cdx.json"))) {
            return JsonMapper.shared()
                    .readTree(text)
                    .path("components")
                    .valueStream()
                    .toList();
        }
    }

    /** The first would end with an error if the JVM could not take the cache of this image. */
    @Test
    void startsFromTheCacheThatItWasTrainedFor() {
        for (String service : SERVICES) {
            compose.run(
                    "exec",
                    "-T",
                    service,
                    "java",
                    "-XX:AOTMode=on",
                    "-XX:AOTCache=app.aot",
                    "-cp",
                    "app.jar",
                    "-version");
            assertThat(compose.run("logs", "--no-log-prefix", service))
                    .as(service)
                    .doesNotContain("[aot]", "[cds]", "[aot,", "[cds,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "review", "notification"})
    void aDatabaseRoleReachesNothingButItsOwnDatabase(String service) {
        var app = new DatabaseRole(service + "_app");
        var owner = new DatabaseRole(service + "_owner");

        for (String database : DATABASES) {
            for (DatabaseRole role : List.of(app, owner)) {
                assertThat(role.refused(database, "select 1"))
                        .as("%s connects to %s", role.name(), database)
                        .isEqualTo(database.equals(service) ? Optional.empty() : Optional.of(INSUFFICIENT_PRIVILEGE));
            }
        }
        assertThat(app.refused(service, "update outbox set topic = topic")).isEmpty();
        assertThat(owner.refused(service, "create table another (id int)")).isEmpty();
        for (String more : List.of("create table another (id int)", "drop table outbox", "truncate outbox")) {
            assertThat(app.refused(service, more)).as(more).contains(INSUFFICIENT_PRIVILEGE);
        }
        for (String more : List.of("create role another", "select pg_read_file('/etc/passwd')")) {
            assertThat(app.refused(service, more)).as(more).contains(INSUFFICIENT_PRIVILEGE);
            assertThat(owner.refused(service, more)).as(more).contains(INSUFFICIENT_PRIVILEGE);
        }
    }

    private static List<String> with(List<String> services, String... more) {
        return Stream.concat(services.stream(), Stream.of(more)).toList();
    }
}
