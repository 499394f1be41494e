package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be restored is refused before anything is stopped; what fails half-way says where it stands. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RestoreScriptTests {
    private static final String UNTOUCHED = ". Nothing was stopped or changed";

    @TempDir
    private Path root;

    private OpsMachine machine;
    private Path saved;
    private int askedBefore;

    @BeforeEach
    void backUp() throws Exception {
        machine = new OpsMachine(root);
        machine.succeed("backup.sh", "--whole", "saved");
        saved = machine.elsewhere.toRealPath().resolve("saved");
        askedBefore = machine.asked().size();
    }

    @Test
    void putsBackEveryDatabaseOfADirectoryOfTheCaller() throws Exception {
        assertThat(machine.succeed("restore.sh", "saved"))
                .isEqualTo("intake: restored\nreview: restored\nnotification: restored\nregistry: restored");

        assertThat(machine.restored())
                .containsExactly("rows of intake", "rows of review", "rows of notification", "rows of registry");
    }

    @Test
    void putsBackOneStoreAloneThoughAnotherIsDamaged() throws Exception {
        damage("review.dump");

        machine.succeed("restore.sh", "saved", "notification");

        assertThat(machine.restored()).containsExactly("rows of notification");
        assertThat(asked()).filteredOn(asked -> asked.contains(" stop ")).containsExactly("compose stop notification");
    }

    @Test
    void putsBackKafka() throws Exception {
        machine.succeed("restore.sh", "saved", "kafka", "intake");

        assertThat(machine.restored())
                .anyMatch(line -> line.contains("records of Kafka"))
                .anyMatch(line -> line.contains("rows of intake"));
    }

    @Test
    void refusesADamagedDump() throws Exception {
        damage("review.dump");

        assertRefused(saved + "/review.dump is damaged: SHA256SUMS has another sum of it");
    }

    @Test
    void refusesADirectoryWithoutSums() throws Exception {
        Files.delete(saved.resolve("SHA256SUMS"));

        assertRefused(saved + " holds no SHA256SUMS, so it is no finished backup");
    }

    @Test
    void refusesADumpThatHasNoSum() throws Exception {
        Path sums = saved.resolve("SHA256SUMS");
        Files.write(
                sums,
                Files.readAllLines(sums).stream()
                        .filter(line -> !line.contains("review"))
                        .toList());

        assertRefused(saved + "/SHA256SUMS does not name review.dump");
    }

    @Test
    void refusesAStoreThatWasNotBackedUp() throws Exception {
        Files.delete(saved.resolve("kafka.tar"));

        assertRefused(saved + " holds no kafka", "intake", "kafka");
    }

    @Test
    void refusesADirectoryThatIsNotThere() throws Exception {
        saved = saved.resolveSibling("lost");

        assertRefused("There is no directory " + saved);
    }

    /** The second would be found as a file if a name were taken for a part of a path. */
    @ParameterizedTest
    @ValueSource(strings = {"city", "../saved/intake", "intake/..", "intake review", "*", ""})
    void refusesANameThatIsNone(String name) throws Exception {
        assertRefused("'" + name + "' is none of intake review notification registry kafka", "intake", name);
    }

    @Test
    void saysWhichStoresAreRestoredWhenOneFails() throws Exception {
        machine.fails("rows of notification");

        assertThat(machine.fail("restore.sh", "saved")).endsWith("""
                        The restore failed. Restored: intake review. Not restored: notification registry.
                        Of notification a part may be missing, so start nothing that was stopped.
                        The same command can be run again; it begins anew.""");

        machine.fails("nothing more");
        machine.succeed("restore.sh", "saved");
    }

    @Test
    void saysTheSameWhenItIsEnded() throws Exception {
        machine.isInterruptedAt("rows of review");

        assertThat(machine.fail("restore.sh", "saved", "intake", "review"))
                .contains("The restore failed. Restored: intake. Not restored: review.\nOf review a part");
    }

    @Test
    void saysThatNothingIsRestoredWithoutADatabaseServer() throws Exception {
        machine.fails("compose up");

        assertThat(machine.fail("restore.sh", "saved", "intake")).endsWith("""
                        The restore failed. Restored: nothing. Not restored: intake.
                        The same command can be run again; it begins anew.""");
    }

    @Test
    void saysHowItIsCalled() throws Exception {
        assertThat(machine.fail("restore.sh")).contains("ops/restore.sh DIRECTORY NAME...");
        assertThat(machine.fail("restore.sh", "--help")).contains("ops/restore.sh DIRECTORY NAME...");
    }

    private void assertRefused(String words, String... names) throws Exception {
        String[] arguments = new String[names.length + 1];
        arguments[0] = saved.getFileName().toString();
        System.arraycopy(names, 0, arguments, 1, names.length);

        assertThat(machine.fail("restore.sh", arguments)).isEqualTo(words + UNTOUCHED);
        assertThat(asked()).isEmpty();
        assertThat(machine.restored()).isEmpty();
    }

    private List<String> asked() throws IOException {
        return machine.asked().subList(askedBefore, machine.asked().size());
    }

    private void damage(String name) throws IOException {
        Files.writeString(saved.resolve(name), "rows of revie_\n");
    }
}
