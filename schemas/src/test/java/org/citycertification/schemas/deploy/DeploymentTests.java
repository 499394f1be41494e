package org.citycertification.schemas.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTests {
    @TempDir
    Path directory;

    private Admin admin;
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
            KAFKA_REPLICATION_FACTOR       | three           | Set it to the copies of each partition: 1 on one broker, 3 in production
            KAFKA_REPLICATION_FACTOR       | 0               | Set it to the copies of each partition: 1 on one broker, 3 in production
            KAFKA_RIGHTS                   | yes             | Set it to true or false
            KAFKA_CLIENT_CONFIG            | /no/such/file   | Name the file with the administrator's client settings
            KAFKA_PASSWORDS                | /no/such/folder | Put the password of each principal in a file of its name
            SCHEMA_REGISTRY_URL            | registry:8080   | Set it to the registry's address
            SCHEMA_REGISTRY_URL            | //registry:8080 | Set it to the registry's address
            SPRING_KAFKA_BOOTSTRAP_SERVERS | kafka           | Are SPRING_KAFKA_BOOTSTRAP_SERVERS and""")
    void endsWithOneLineThatSaysWhatToDo(String variable, String value, String remedy) {
        assertThat(attempt(Map.of(variable, value))).isEqualTo(1);

        assertThat(errors.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("deploy: ")
                .contains(variable, value, remedy);
    }

    @Test
    void namesEveryPasswordThatIsMissing() throws IOException {
        for (String principal : List.of("intake", "scoring", "review", "operator")) {
            Files.writeString(directory.resolve(principal), "hush-hush");
        }
        Files.writeString(directory.resolve("operator"), "\n");

        assertThat(attempt(Map.of("KAFKA_PASSWORDS", directory.toString()))).isEqualTo(1);

        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("missing, unreadable or empty: notification, operator, subscriber.")
                .doesNotContain("hush-hush");
    }

    @Test
    void namesWhatTheClientSettingsLack() throws IOException {
        Path file = Files.writeString(
                directory.resolve("admin.properties"),
                "security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.location=/no/such/ca.pem\n");

        assertThat(attempt(Map.of("KAFKA_CLIENT_CONFIG", file.toString()))).isEqualTo(1);

        assertThat(errors.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("/no/such/ca.pem", "KAFKA_CLIENT_CONFIG");
    }

    @Test
    void asksForTheBrokersThatDoNotAnswer() throws IOException {
        Path file = Files.writeString(
                directory.resolve("admin.properties"), "default.api.timeout.ms=500\nrequest.timeout.ms=500\n");

        assertThat(attempt(Map.of(
                        "KAFKA_CLIENT_CONFIG", file.toString(), "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1")))
                .isEqualTo(1);

        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("was not created")
                .endsWith("Are the brokers up, and is SPRING_KAFKA_BOOTSTRAP_SERVERS right?\n");
    }

    @Test
    void theProcessEndsWithStatusOneAndNoStackTrace() throws Exception {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Deployment.class.getName());
        builder.environment().put("KAFKA_REPLICATION_FACTOR", "three");
        Path output = directory.resolve("output");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(output)
                .hasContent("deploy: KAFKA_REPLICATION_FACTOR is three. Set it to the copies of each partition:"
                        + " 1 on one broker, 3 in production");
    }

    /** Blank variables are what a composition passes on that nobody has set. */
    @Test
    void setsRightsWithoutPasswords() throws Exception {
        deploy(Map.of("KAFKA_RIGHTS", "true", "KAFKA_PASSWORDS", "", "KAFKA_REPLICATION_FACTOR", " "));

        awaitRights(AccessRules.all());
        assertThat(users()).isEmpty();
    }

    @Test
    void setsPasswordsAndRights() throws Exception {
        deploy(Map.of("KAFKA_PASSWORDS", passwords()));

        awaitRights(AccessRules.all());
        awaitUsers();
    }

    @Test
    void setsPasswordsAloneIfToldSo() throws Exception {
        deploy(Map.of("KAFKA_PASSWORDS", passwords(), "KAFKA_RIGHTS", "false"));

        awaitUsers();
        awaitRights(Set.of());
    }

    private String passwords() throws IOException {
        for (String principal : AccessRules.principals()) {
            Files.writeString(directory.resolve(principal), "hush-hush");
        }
        return directory.toString();
    }

    private void awaitUsers() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(users()).containsExactlyInAnyOrderElementsOf(AccessRules.principals()));
    }

    @Test
    void leavesABrokerThatTrustsEverybodyAsItIs() throws Exception {
        deploy(Map.of());

        awaitRights(Set.of());
        assertThat(users()).isEmpty();
    }

    @AfterEach
    void forget() throws Exception {
        if (admin != null) {
            admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
            List<UserScramCredentialAlteration> deletions = new ArrayList<>();
            users().forEach(user -> deletions.add(new UserScramCredentialDeletion(user, ScramMechanism.SCRAM_SHA_512)));
            admin.alterUserScramCredentials(deletions).all().get();
            awaitRights(Set.of());
            await().atMost(Duration.ofSeconds(60)).until(this::users, Collection::isEmpty);
            admin.close();
        }
    }

    private void deploy(Map<String, String> env) {
        TestPlatform platform = TestPlatform.shared(Part.KAFKA, Part.REGISTRY);
        admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()));
        Map<String, String> whole = new HashMap<>(env);
        whole.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", platform.bootstrapServers());
        whole.put("SCHEMA_REGISTRY_URL", platform.registryUrl());
        int status = attempt(whole);
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
    }

    private void awaitRights(Set<AclBinding> expected) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(admin.describeAcls(AclBindingFilter.ANY)
                                .values()
                                .get())
                        .containsExactlyInAnyOrderElementsOf(expected));
    }

    private Collection<String> users() throws ExecutionException, InterruptedException {
        return admin.describeUserScramCredentials().users().get();
    }

    private int attempt(Map<String, String> env) {
        return Deployment.attempt(env, new PrintStream(errors, true, StandardCharsets.UTF_8));
    }
}
