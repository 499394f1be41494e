package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.citycertification.local.RunningSystem;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The overlay in which Kafka asks who comes: the journey passes, and nobody gets what is not theirs. */
@Tag("containers")
class SecureComposeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PRINCIPALS =
            List.of("intake", "scoring", "review", "notification", "subscriber", "operator");
    /** A topic that the principal may read. */
    private static final Map<String, String> READABLE = Map.of(
            "intake", Topics.CASE,
            "scoring", Topics.SUBMISSION,
            "review", Topics.SCORECARD,
            "notification", Topics.CERTIFICATION,
            "subscriber", Topics.CERTIFICATION,
            "operator", Topics.CERTIFICATION);

    private static final String LONGEST_RESTART = "docker compose restart kafka intake scoring review notification";

    private static Secrets secrets;

    @AutoClose
    private static Compose compose;

    @BeforeAll
    static void start() {
        secrets = Secrets.make();
        compose = secrets.composition();
        compose.up();
    }

    @Test
    void takesASubmissionToItsCertificationWhichASubscriberReads() throws Exception {
        assertThat(SampleJourney.through(secrets.systemForOperator()).certification())
                .hasValueSatisfying(event -> assertThat(event.getLevel()).isEqualTo(CertificationLevel.GOLD));
        var subscriber = NodeProgram.installed(SharedSystem.HOME.resolve("examples/subscriber-kafkajs"));
        assertThat(subscriber.run(
                        Map.of(
                                "KAFKA_USERNAME", "subscriber",
                                "KAFKA_PASSWORD_FILE",
                                        secrets.file("kafka/subscriber").toString(),
                                "KAFKA_CA_FILE", secrets.file("ca.pem").toString()),
                        "index.mjs",
                        "--until-end"))
                .singleElement()
                .asString()
                .contains("us-ma-cambridge", "GOLD");
    }

    @ParameterizedTest(name = "{0} writes {1} and reads {2}")
    @CsvSource(delimiter = '|', textBlock = """
            intake       | SUBMISSION,CONTACT | SUBMISSION,CONTACT,CASE,EDITION
            scoring      | SCORECARD,EDITION,RESCORE | SCORECARD,EDITION,RESCORE,SUBMISSION
            review       | CASE,CERTIFICATION | CASE,CERTIFICATION,SCORECARD
            notification |                    | CASE,CERTIFICATION,CONTACT
            subscriber   |                    | CERTIFICATION,EDITION
            operator     |                    | SUBMISSION,CONTACT,EDITION,SCORECARD,RESCORE,CASE,CERTIFICATION""")
    void allowsEachPrincipalWhatIsItsOwnAndNothingElse(String name, String writes, String reads) {
        var principal = new Principal(secrets.directory(), name);
        for (Topic topic : Topic.values()) {
            assertThat(principal.mayWrite(topic.topicName()))
                    .as("%s writes %s", name, topic)
                    .isEqualTo(contains(writes, topic));
            assertThat(principal.mayRead(topic.topicName()))
                    .as("%s reads %s", name, topic)
                    .isEqualTo(contains(reads, topic));
        }
    }

    private static boolean contains(String names, Topic topic) {
        return names != null && List.of(names.split(",")).contains(topic.name());
    }

    @ParameterizedTest
    @FieldSource("PRINCIPALS")
    void keepsDeadLettersBetweenTheirServiceAndTheOperator(String name) {
        var principal = new Principal(secrets.directory(), name);
        Topics.READERS.forEach((topic, services) -> services.forEach(service -> {
            String letters = Topics.deadLetters(topic.topicName(), service);
            boolean concerned = name.equals(service) || name.equals("operator");
            assertThat(principal.mayWrite(letters))
                    .as("%s writes %s", name, letters)
                    .isEqualTo(concerned);
            assertThat(principal.mayRead(letters))
                    .as("%s reads %s", name, letters)
                    .isEqualTo(concerned);
        }));
    }

    /** A service has groups and transactions of its name and beginning with its name and a dot, a subscriber the latter groups only. */
    @ParameterizedTest
    @FieldSource("PRINCIPALS")
    void givesEachPrincipalGroupsAndTransactionsOfItsOwnNameOnly(String name) {
        var principal = new Principal(secrets.directory(), name);
        String readable = READABLE.get(name);
        for (String other : PRINCIPALS) {
            boolean own = name.equals(other);
            boolean service = own && !name.equals("subscriber");
            assertThat(principal.mayUseGroup(other + ".trying", readable))
                    .as("%s reads as %s.trying", name, other)
                    .isEqualTo(own);
            assertThat(principal.mayUseTransactions(other + ".trying"))
                    .as("%s has transactions as %s.trying", name, other)
                    .isEqualTo(service);
            if (!own) {
                assertThat(principal.mayUseGroup(other, readable))
                        .as("%s reads as %s", name, other)
                        .isFalse();
            }
        }
        assertThat(principal.mayUseGroup(name + "s-neighbour", readable)).isFalse();
        assertThat(principal.mayUseTransactions(name + "s-neighbour")).isFalse();
    }

    @ParameterizedTest
    @FieldSource("PRINCIPALS")
    void leavesTheClusterToItsAdministrator(String name) {
        assertThat(Administration.allowed(secrets.client(name), name, READABLE.get(name)))
                .isEmpty();
    }

    @Test
    void givesASubscriberItsShareOfPartitions() {
        var subscriber = new Principal(secrets.directory(), "subscriber");
        subscriber.join("subscriber.press", Topics.CERTIFICATION);

        assertThat(subscriber.mayUseGroup("subscriber", Topics.CERTIFICATION)).isFalse();
        assertThatExceptionOfType(GroupAuthorizationException.class)
                .isThrownBy(() -> subscriber.join("review", Topics.CERTIFICATION));
    }

    /** As docs/operations.md says, with the settings that make-secrets.sh wrote for the operator. */
    @Test
    void letsTheOperatorResolveADeadLetter() {
        String key = UUID.randomUUID().toString();
        new Principal(secrets.directory(), "intake").writeNonsense(Topics.SUBMISSION, key);
        var certify = new Certify(
                RunningSystem.inContainers(Map.of()),
                List.of("--kafka-config", secrets.file("operator.properties").toString()));

        String letter = await().atMost(PATIENCE)
                .until(() -> certify.open("scoring"), letters -> letters.size() == 1)
                .get(0)
                .path("id")
                .asString();
        Certify.Ran ran =
                certify.run("dead-letters", "discard", letter, "--reason", "tried by a test", "--record-version", "0");

        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(certify.open("scoring")).isEmpty();
    }

    @Test
    void refusesAWrongPassword() {
        Map<String, String> client = secrets.client("subscriber");
        String wrong = client.get("sasl.jaas.config").replaceFirst("password=\"[^\"]*\"", "password=\"wrong\"");

        assertThatExceptionOfType(SaslAuthenticationException.class)
                .isThrownBy(() -> Principal.read(client, Map.of("sasl.jaas.config", wrong), Topics.CERTIFICATION));
    }

    /** By every command of docs/operations.md, but for its restarts, of which one at the end does for all. */
    @Test
    void renewsCertificatesAndPasswordsOfASystemThatKeepsItsData() throws IOException {
        Map<String, String> client = secrets.client("intake");
        String certificates = Files.readString(secrets.file("broker.pem"));
        String guide = Files.readString(SharedSystem.HOME.resolve("docs/operations.md"))
                .replaceFirst("(?s).*\n## Certificates and passwords\n(.*?)\n## .*", "$1");
        Map<Boolean, List<String>> commands = guide.lines()
                .filter(line -> line.startsWith("    "))
                .collect(Collectors.partitioningBy(line -> line.contains("docker compose restart")));
        String all = String.join("\n", commands.get(false)) + "\n" + LONGEST_RESTART;
        assertThat(commands.get(true)).contains("    " + LONGEST_RESTART);
        assertThat(all).contains("--renew", "alter role", "run --rm -T deploy");

        assertThat(compose.script("bash", "-euo", "pipefail", "-c", all)).contains("ALTER ROLE");
        compose.upAgain();

        assertThat(compose.run("exec", "-T", "kafka", "cat", "/run/secrets/broker.pem"))
                .isEqualTo(Files.readString(secrets.file("broker.pem")))
                .isNotEqualTo(certificates);
        assertThat(new Principal(secrets.directory(), "intake").mayRead(Topics.SUBMISSION))
                .isTrue();
        assertThatExceptionOfType(SaslAuthenticationException.class)
                .isThrownBy(() -> Principal.read(client, Map.of(), Topics.SUBMISSION));
    }
}
