package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are made once, and never overwritten but for the two certificates, which end and can be renewed. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MakeSecretsTests {
    private static final String SCRIPT = Path.of("../../ops/secure/make-secrets.sh")
            .toAbsolutePath()
            .normalize()
            .toString();

    /** As docs/operations.md prolongs the authority, but for the days. */
    private static final String AUTHORITY =
            "openssl req -x509 -key secrets/ca.key -out secrets/ca.pem -subj /CN=city-certification-ca -days ";

    @TempDir
    private static Path made;

    /** A copy of what was made once for all tests, since keys take their time. */
    @TempDir
    private Path home;

    @BeforeAll
    static void make() throws Exception {
        Command.succeed(made, SCRIPT, "parent/secrets");
    }

    @BeforeEach
    void copy() throws Exception {
        succeed("cp", "-a", made.resolve("parent/secrets").toString(), ".");
    }

    @Test
    void closesItsDirectoryAndTheKeyOfTheAuthority() throws IOException {
        assertThat(permissions("secrets")).isEqualTo("rwx------");
        assertThat(permissions("secrets/ca.key")).isEqualTo("rw-------");
        // Of the containers' users, who are others.
        assertThat(permissions("secrets/broker.pem")).isEqualTo("rw-r--r--");
    }

    @Test
    void leavesSecretsThatAreThereAlone() throws Exception {
        Map<String, String> before = contents();

        assertThat(fail(SCRIPT, "secrets"))
                .isEqualTo("make-secrets.sh: secrets is not empty; secrets are never overwritten");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void leavesAPasswordAloneThatIsAllThereIs() throws Exception {
        Path password = Files.createDirectories(home.resolve("some/kafka")).resolve("intake");
        Files.writeString(password, "of yesterday");

        assertThat(fail(SCRIPT, "some")).endsWith("secrets are never overwritten");
        assertThat(password).hasContent("of yesterday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "admin"})
    void renewsACertificateUnderTheSameAuthority(String name) throws Exception {
        String before = certificate(name, "-serial");

        assertThat(succeed(SCRIPT, "--renew", "secrets"))
                .matches("(?s).* hold until \\d{4}-[01]\\d-[0-3]\\d, .*docker compose .* restart kafka\n.*");

        assertThat(certificate(name, "-serial")).isNotEqualTo(before);
        assertSigned(name);
        assertThat(openssl("pkey", "-in", "secrets/" + name + ".pem", "-pubout"))
                .as("the key belongs to the certificate")
                .isEqualTo(certificate(name, "-pubkey"));
        assertThat(permissions("secrets/" + name + ".pem")).isEqualTo("rw-r--r--");
    }

    @Test
    void keepsTheNamesOfTheBrokerAndTheAdministrator() throws Exception {
        List<String> said = List.of("-subject", "-ext", "subjectAltName,extendedKeyUsage");
        String broker = certificate("broker", said.toArray(String[]::new));
        String admin = certificate("admin", said.toArray(String[]::new));
        assertThat(broker).contains("CN = broker", "DNS:kafka, DNS:localhost, IP Address:127.0.0.1");
        assertThat(admin).contains("CN = admin", "DNS:admin");

        succeed(SCRIPT, "--renew", "secrets");

        assertThat(certificate("broker", said.toArray(String[]::new))).isEqualTo(broker);
        assertThat(certificate("admin", said.toArray(String[]::new))).isEqualTo(admin);
    }

    @Test
    void renewsNothingButTheCertificates() throws Exception {
        Map<String, String> before = contents();

        succeed(SCRIPT, "--renew", "secrets");

        Map<String, String> after = contents();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.entrySet())
                .filteredOn(file -> !file.getValue().equals(before.get(file.getKey())))
                .extracting(Map.Entry::getKey)
                .containsExactly("admin.pem", "broker.pem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.key", "ca.pem"})
    void renewsNothingWithoutTheAuthority(String file) throws Exception {
        Files.delete(home.resolve("secrets").resolve(file));

        assertNotRenewed("make-secrets.sh: secrets has no " + file
                + " that can be read; put back the one that the secrets were made with");
    }

    @Test
    void renewsNothingThatWouldOutliveTheAuthority() throws Exception {
        succeed("bash", "-c", AUTHORITY + 824);
        assertNotRenewed(
                "make-secrets.sh: the authority in secrets ends on \\d{4}-[01]\\d-[0-3]\\d, before certificates"
                        + " of 825 days would; docs/operations.md, Certificates and passwords, says how to prolong it");

        succeed("bash", "-c", AUTHORITY + 3650);
        assertSigned("broker");
        succeed(SCRIPT, "--renew", "secrets");
        assertSigned("broker");
    }

    @Test
    void renewsNothingWithTheKeyOfAnotherAuthority() throws Exception {
        openssl("genpkey", "-algorithm", "RSA", "-out", "secrets/ca.key");

        assertNotRenewed("(?s).*make-secrets.sh: openssl failed; its words are above");
    }

    /** The second of both cannot be made. */
    @Test
    void leavesBothCertificatesWhenOneFails() throws Exception {
        String failing = "openssl() { [[ $* != *CN=admin* ]] && command openssl \"$@\"; }; export -f openssl; ";
        Map<String, String> before = contents();

        assertThat(fail("bash", "-c", failing + SCRIPT + " --renew secrets")).contains("openssl failed");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void saysHowItIsCalled() throws Exception {
        assertThat(fail(SCRIPT)).contains("make-secrets.sh --renew DIR");
        assertThat(fail(SCRIPT, "--renwe", "secrets")).contains("make-secrets.sh --renew DIR");
        assertThat(fail(SCRIPT, "--help")).contains("make-secrets.sh --renew DIR");
    }

    private void assertNotRenewed(String words) throws Exception {
        Map<String, String> before = contents();

        assertThat(fail(SCRIPT, "--renew", "secrets")).matches(words);
        assertThat(contents()).isEqualTo(before);
    }

    private void assertSigned(String name) throws Exception {
        openssl("verify", "-CAfile", "secrets/ca.pem", "secrets/" + name + ".pem");
    }

    private String certificate(String name, String... questions) throws Exception {
        return openssl(
                Stream.concat(Stream.of("x509", "-noout", "-in", "secrets/" + name + ".pem"), Stream.of(questions))
                        .toArray(String[]::new));
    }

    private String openssl(String... arguments) throws Exception {
        return succeed(Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path secrets = home.resolve("secrets");
        try (Stream<Path> files = Files.walk(secrets)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(secrets.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
    }

    private String fail(String... command) throws Exception {
        return Command.fail(home, command);
    }

    private String succeed(String... command) throws Exception {
        return Command.succeed(home, command);
    }
}
