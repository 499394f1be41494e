package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.citycertification.local.Api;
import org.citycertification.local.RunningSystem;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The scripts that operators back up and restore with, on a composition that asks who comes, with the tools of its images:
 * names and rights on Kafka come back with its data, passwords of the databases do not change.
 */
@Tag("containers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BackupAndRestoreIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path backups;

    @AutoClose
    private static Compose compose;

    private static Compose afterRestore;
    private static RunningSystem system;

    @BeforeAll
    static void start() throws InterruptedException {
        Secrets secrets = Secrets.make();
        compose = secrets.composition();
        afterRestore = secrets.composition("docker-compose.after-restore.yml");
        system = secrets.systemForOperator();
        compose.up();
        assertThat(journey()).isEqualTo(CertificationKind.NEW);
    }

    @Test
    @Order(1)
    void bringsEveryStoreBackAsItWas() throws InterruptedException {
        compose.run("stop", "intake", "scoring", "review", "notification", "registry");
        Map<String, String> databases = Stores.databases(compose);
        Map<String, String> topics = Stores.topics(system);
        assertThat(databases.get("review")).contains("review_case|1|", "published|2|");
        assertThat(topics).hasSizeGreaterThan(10);
        compose.script("ops/backup.sh", "--whole", directory("first"));

        destroyDatabases();
        compose.run("rm", "--stop", "--force", "kafka");
        volume("kafka-data");
        compose.script("ops/restore.sh", directory("first"), "kafka", "registry", "intake", "review", "notification");

        assertThat(Stores.databases(compose)).isEqualTo(databases);
        // Before the deploy step could make names and rights anew.
        compose.run("up", "--detach", "--wait", "--no-deps", "kafka");
        assertThat(Stores.topics(system)).isEqualTo(topics);
        afterRestore.upAgain();
        assertThat(Stores.topics(system)).containsAllEntriesOf(topics);
        assertThat(afterRestore.run("logs", "intake", "review"))
                .contains("the database knows everything that its 2 topics carry");
        assertThat(afterRestore.run("logs", "scoring")).contains("its topics are its store");
    }

    @Test
    @Order(2)
    void mailsOnlyOnceAnOperatorHasResumedTheSender() throws InterruptedException {
        var api = new Api(system.ports());
        int notification = system.ports().notification();
        assertThat(api.get(notification, "/api/notices/sender", "operator")
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("PAUSED");

        assertThat(api.post(notification, "/api/notices/sender/resumptions", "operator", "", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(journey()).isEqualTo(CertificationKind.RECERTIFIED);
    }

    @Test
    @Order(3)
    void bringsOneStoreBackWhileTheOthersWork() {
        String review = state("review").path("StartedAt").asString();
        compose.run("stop", "notification");
        String notification = Stores.databases(compose).get("notification");
        compose.script("ops/backup.sh", directory("second"));
        compose.run("exec", "-T", "postgres", "dropdb", "--username=postgres", "notification");

        compose.script("ops/restore.sh", directory("second"), "notification");

        assertThat(Stores.databases(compose).get("notification")).isEqualTo(notification);
        compose.run("start", "notification");
        assertThat(state("review").path("StartedAt").asString()).isEqualTo(review);
    }

    @Test
    @Order(4)
    void refusesToGoOnFromABackupThatIsOlderThanTheTopics() {
        compose.script("ops/restore.sh", directory("first"), "intake", "review");

        assertRefused("intake", Topics.SUBMISSION + " is ahead of this database: 1 events of 1 keys");
        assertRefused("review", Topics.CASE + " is ahead of this database: 2 events of 1 keys");
        assertRefused(
                "review", "us-ma-cambridge: the database is at version 1, the topic at 2; the first that is missing");
        assertStaysEnded("intake");
    }

    /** With the services running, PostgreSQL gone, and the newest backup at hand. */
    @Test
    @Order(5)
    void goesOnFromTheNewestBackup() throws InterruptedException {
        destroyDatabases();
        compose.script("ops/restore.sh", directory("second"));

        afterRestore.upAgain();

        var api = new Api(system.ports());
        api.post(system.ports().notification(), "/api/notices/sender/resumptions", "operator", "", Map.of())
                .orThrow();
        compose.upAgain();
        assertThat(journey()).isEqualTo(CertificationKind.RECERTIFIED);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(Stores.databases(compose).get("review")).contains("review_case|3|"));
    }

    private static void destroyDatabases() {
        compose.run("rm", "--stop", "--force", "postgres");
        volume("postgres-data");
    }

    private static void volume(String name) {
        compose.script("docker", "volume", "rm", Compose.PROJECT + "_" + name);
    }

    private static void assertRefused(String service, String words) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> compose.run("run", "--rm", "-T", "--no-deps", service, "--after-restore"))
                .withMessageContaining(words)
                .withMessageContaining("Restore a later backup");
    }

    private static void assertStaysEnded(String service) {
        afterRestore.run("up", "--detach", "--no-deps", service);

        await().atMost(PATIENCE).until(() -> state(service).path("Status").asString(), "exited"::equals);
        assertThat(state(service).path("ExitCode").asInt()).isEqualTo(1);
        assertThat(compose.inspect(service).path("RestartCount").asInt(-1)).isZero();
    }

    private static JsonNode state(String service) {
        return compose.inspect(service).path("State");
    }

    private static CertificationKind journey() throws InterruptedException {
        return SampleJourney.through(system).certification().orElseThrow().getKind();
    }

    private static String directory(String name) {
        return backups.resolve(name).toString();
    }
}
