package org.citycertification.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The count with which continuous integration closes: per kind, against a floor, and honest about skips. */
class ClosingCountTests {
    @TempDir
    private Path root;

    @BeforeEach
    void layOutABuild() throws IOException {
        Files.writeString(root.resolve("test-floor"), """
                # a comment
                2 ./tests/*/target/surefire-reports/* rules
                3 */target/surefire-reports/* unit tests
                1 */target/failsafe-reports/* journeys
                """);
        report("tests/a/target/surefire-reports/TEST-Rules.xml", 2, 0, 0, 0);
        report("b/target/surefire-reports/TEST-One.xml", 2, 0, 0, 0);
        report("c/deep/target/surefire-reports/TEST-Two.xml", 1, 0, 0, 0);
        report("tests/a/target/failsafe-reports/TEST-Journey.xml", 1, 0, 0, 0);
    }

    @Test
    void countsEachKindAndClosesWithTheSum() throws Exception {
        assertThat(count("true", 0))
                .containsExactly(
                        "rules: 2 run, 0 skipped, 0 failed; the floor is 2",
                        "unit tests: 3 run, 0 skipped, 0 failed; the floor is 3",
                        "journeys: 1 run, 0 skipped, 0 failed; the floor is 1",
                        "6 passed, 0 failed, 0 skipped");
    }

    @Test
    void refusesAKindBelowItsFloorHoweverManyOthersRan() throws Exception {
        report("c/deep/target/surefire-reports/TEST-Two.xml", 100, 0, 0, 0);
        Files.delete(root.resolve("tests/a/target/failsafe-reports/TEST-Journey.xml"));

        assertThat(count("", 1))
                .contains("Only 0 of journeys ran; .ci/test-floor says 1.")
                .endsWith("104 passed, 0 failed, 0 skipped");
    }

    @Test
    void leavesOutAKindThatCouldNotRunAndSaysSo() throws Exception {
        Files.delete(root.resolve("tests/a/target/failsafe-reports/TEST-Journey.xml"));

        assertThat(count("true", 0, "journeys"))
                .contains("SKIPPED: journeys, which cannot run here")
                .endsWith("5 passed, 0 failed, 0 skipped");
    }

    @Test
    void leavesOutSeveralKindsThatWereNotBegun() throws Exception {
        Files.delete(root.resolve("tests/a/target/failsafe-reports/TEST-Journey.xml"));
        Files.delete(root.resolve("tests/a/target/surefire-reports/TEST-Rules.xml"));

        assertThat(count("true", 0, "@(journeys|rules)"))
                .contains("SKIPPED: journeys, which cannot run here", "SKIPPED: rules, which cannot run here")
                .endsWith("3 passed, 0 failed, 0 skipped");
        assertThat(count("true", 1, "@()")).contains("Only 0 of journeys ran; .ci/test-floor says 1.");
    }

    @Test
    void takesASkipForAFailureOnlyInContinuousIntegration() throws Exception {
        report("b/target/surefire-reports/TEST-One.xml", 3, 0, 1, 0);

        assertThat(count("", 0)).endsWith("6 passed, 0 failed, 1 skipped");
        assertThat(count("true", 1))
                .contains("CI=true, and tests were skipped.")
                .endsWith("6 passed, 0 failed, 1 skipped");
    }

    @Test
    void doesNotCountASkippedTestTowardsTheFloor() throws Exception {
        report("b/target/surefire-reports/TEST-One.xml", 2, 0, 1, 0);

        assertThat(count("", 1)).contains("Only 2 of unit tests ran; .ci/test-floor says 3.");
    }

    @Test
    void failsForErrorsAndFailures() throws Exception {
        report("b/target/surefire-reports/TEST-One.xml", 4, 1, 0, 2);

        assertThat(count("", 1)).contains("Tests failed.").endsWith("5 passed, 3 failed, 0 skipped");
    }

    @Test
    void failsForReportsThatNoKindClaims() throws Exception {
        report("d/target/browser-reports/TEST-Page.xml", 1, 0, 0, 0);

        assertThat(count("", 1)).anyMatch(line -> line.contains("fits 1 reports"));
    }

    @Test
    void keepsAFloorAboveZeroForEachKind() throws IOException {
        assertThat(Files.readAllLines(Path.of("../../.ci/test-floor")))
                .filteredOn(line -> !line.startsWith("#"))
                .isNotEmpty()
                .allMatch(line -> line.matches("[1-9]\\d* +\\S+ +\\S.*"));
    }

    private void report(String path, int tests, int errors, int skipped, int failures) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="Any" time="1.2" tests="%d" errors="%d"
                  skipped="%d" failures="%d" flakes="0">
                  <testcase name="any" tests="7"/>
                </testsuite>
                """.formatted(tests, errors, skipped, failures));
    }

    private List<String> count(String ci, int expectedStatus) throws Exception {
        return count(ci, expectedStatus, "");
    }

    private List<String> count(String ci, int expectedStatus, String without) throws Exception {
        var builder = new ProcessBuilder(
                        "bash",
                        "../../.ci/count",
                        root.toString(),
                        root.resolve("test-floor").toString())
                .redirectErrorStream(true);
        builder.environment().put("CI", ci);
        builder.environment().put("WITHOUT", without);
        Process script = builder.start();
        String printed = new String(script.getInputStream().readAllBytes(), UTF_8);
        assertThat(script.waitFor()).as(printed).isEqualTo(expectedStatus);
        return printed.lines().toList();
    }
}
