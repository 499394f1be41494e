package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup is whole or is none, and whoever is left with a stopped system learns how to go on. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BackupScriptTests {
    private static final String NONE =
            "The backup failed. %s is empty again, so the same command can be run once more.";
    private static final String STOPPED = "These are stopped: %s. ";
    private static final String SERVICES = "intake scoring review notification";

    @TempDir
    private Path root;

    private OpsMachine machine;

    @BeforeEach
    void layOutAMachine() throws IOException {
        machine = new OpsMachine(root);
    }

    @Test
    void writesIntoTheDirectoryOfTheCallerForNobodyElse() throws Exception {
        machine.succeed("backup.sh", "saved");

        assertThat(machine.names("saved"))
                .containsExactly("SHA256SUMS", "intake.dump", "notification.dump", "registry.dump", "review.dump");
        assertThat(permissions("saved")).isEqualTo("rwx------");
        assertThat(permissions("saved/intake.dump")).isEqualTo("rw-------");
        assertThat(machine.asked()).noneMatch(asked -> asked.contains(" stop "));
    }

    @Test
    void stopsTheWritersBeforeTheFirstDumpAndKafkaBeforeItsCopy() throws Exception {
        assertThat(machine.succeed("backup.sh", "--whole", "saved"))
                .endsWith(STOPPED.formatted(SERVICES + " registry kafka")
                        + "Go on with: docker compose up --detach --wait");

        assertThat(machine.names("saved")).hasSize(6).contains("kafka.tar");
        assertThat(machine.asked())
                .containsSubsequence(
                        "compose stop " + SERVICES,
                        "compose exec -T postgres pg_dump --username=postgres --format=custom intake",
                        "compose stop registry kafka",
                        "compose run --rm --no-deps -T --user root --entrypoint tar kafka -C /var/lib/kafka/data -cf - .");
    }

    @Test
    void keepsNothingOfABackupWhoseDumpFails() throws Exception {
        machine.fails("pg_dump.* review");

        assertThat(machine.fail("backup.sh", "saved")).endsWith(none());
        assertThat(machine.names("saved")).isEmpty();

        machine.fails("nothing more");
        machine.succeed("backup.sh", "saved");
    }

    @Test
    void saysWhatAFailedDumpLeavesStopped() throws Exception {
        machine.fails("pg_dump.* review");

        assertThat(machine.fail("backup.sh", "--whole", "saved")).endsWith(none() + stopped(SERVICES));
        assertThat(machine.names("saved")).isEmpty();
    }

    @Test
    void saysWhatAFailedCopyOfKafkaLeavesStopped() throws Exception {
        machine.fails("entrypoint tar");

        assertThat(machine.fail("backup.sh", "--whole", "saved"))
                .endsWith(none() + stopped(SERVICES + " registry kafka"));
        assertThat(machine.names("saved")).isEmpty();
    }

    @Test
    void saysTheSameWhenStoppingFailsHalfWay() throws Exception {
        machine.fails("compose stop");

        assertThat(machine.fail("backup.sh", "--whole", "saved")).endsWith(none() + stopped(SERVICES));
    }

    @Test
    void saysTheSameWhenItIsEnded() throws Exception {
        machine.isInterruptedAt("pg_dump.* registry");

        assertThat(machine.fail("backup.sh", "--whole", "saved")).endsWith(none() + stopped(SERVICES));
        assertThat(machine.names("saved")).isEmpty();
    }

    @Test
    void takesADumpThatCannotBeReadForAFailure() throws Exception {
        machine.fails("pg_restore --list");

        assertThat(machine.fail("backup.sh", "saved")).endsWith(none());
        assertThat(machine.names("saved")).isEmpty();
    }

    @Test
    void leavesADirectoryAloneThatIsNotEmpty() throws Exception {
        Path kept = Files.createDirectory(machine.elsewhere.resolve("saved")).resolve("intake.dump");
        Files.writeString(kept, "of yesterday");

        assertThat(machine.fail("backup.sh", "saved")).isEqualTo(place() + " is not empty");
        assertThat(kept).hasContent("of yesterday");
        assertThat(machine.asked()).isEmpty();
    }

    @Test
    void saysHowItIsCalled() throws Exception {
        assertThat(machine.fail("backup.sh")).contains("ops/backup.sh --whole DIRECTORY");
        assertThat(machine.fail("backup.sh", "--hole", "saved")).contains("ops/backup.sh --whole DIRECTORY");
        assertThat(machine.fail("backup.sh", "--help")).contains("ops/backup.sh --whole DIRECTORY");
        assertThat(machine.names(".")).isEmpty();
    }

    private String none() throws IOException {
        return NONE.formatted(place());
    }

    private static String stopped(String services) {
        return "\n" + STOPPED.formatted(services) + "To go on without a backup: docker compose up --detach --wait";
    }

    /** As the script, which is called there, sees it. */
    private Path place() throws IOException {
        return machine.elsewhere.toRealPath().resolve("saved");
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(machine.elsewhere.resolve(name)));
    }
}
