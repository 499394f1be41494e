package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.citycertification.local.Api;
import org.citycertification.local.Journey;
import org.citycertification.local.Report;
import org.citycertification.local.RunningSystem;
import org.citycertification.local.Seed;
import org.citycertification.local.TopicWatch;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The overlay in which Kafka asks who comes: the journey passes, and nobody gets what is not theirs. */
@Tag("containers")
class SecureComposeIT {
    private static Path secrets;
    private static Compose compose;

    @BeforeAll
    static void start() throws IOException {
        secrets = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "secrets-");
        Compose.execute(List.of("ops/secure/make-secrets.sh", secrets.toString()), Map.of());
        compose = new Compose(
                Map.of("SECRETS_DIR", secrets.toString()), "docker-compose.yml", "docker-compose.secure.yml");
        compose.up();
    }

    @AfterAll
    static void stop() {
        if (compose != null) {
            compose.close();
        }
    }

    @Test
    void takesASubmissionToItsCertification() throws InterruptedException {
        RunningSystem system = RunningSystem.inContainers(Principal.client(secrets, "operator"));
        var api = new Api(system.ports());
        new Seed(api, system.ports()).run();
        try (var watch = new TopicWatch(system, seen -> {})) {
            Journey.Outcome outcome = new Journey(system, api, watch, new Report(System.out))
                    .run(SharedSystem.HOME.resolve("samples/cambridge-ma.json"));

            assertThat(outcome.certification())
                    .hasValueSatisfying(event -> assertThat(event.getLevel()).isEqualTo(CertificationLevel.GOLD));
        }
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
        var principal = new Principal(secrets, name);
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

    @Test
    void keepsDeadLettersBetweenTheirServiceAndTheOperator() {
        String letters = Topics.deadLetters(Topics.CASE, "intake");
        var notification = new Principal(secrets, "notification");

        assertThat(new Principal(secrets, "intake").mayWrite(letters)).isTrue();
        assertThat(new Principal(secrets, "operator").mayWrite(letters)).isTrue();
        assertThat(notification.mayWrite(letters)).isFalse();
        assertThat(notification.mayRead(letters)).isFalse();
    }

    @Test
    void givesASubscriberGroupsOfItsOwnNameOnly() {
        var subscriber = new Principal(secrets, "subscriber");
        subscriber.join("subscriber.press", Topics.CERTIFICATION);

        assertThatExceptionOfType(GroupAuthorizationException.class)
                .isThrownBy(() -> subscriber.join("review", Topics.CERTIFICATION));
    }

    @Test
    void refusesAWrongPassword() {
        Map<String, String> client = Principal.client(secrets, "subscriber");
        String wrong = client.get("sasl.jaas.config").replaceFirst("password=\"[^\"]*\"", "password=\"wrong\"");

        assertThatExceptionOfType(SaslAuthenticationException.class)
                .isThrownBy(() -> Principal.read(client, Map.of("sasl.jaas.config", wrong), Topics.CERTIFICATION));
    }
}
