package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycertification.local.LocalPorts;
import org.citycertification.local.LocalSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents tell people to type does what they say. */
class DocumentedCommandsIT {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final Pattern PROMISED_STATUS = Pattern.compile("(?m) # (\\d{3})$");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final Pattern PROMISED_STATE = Pattern.compile("`([A-Z]{4,})`");
    private static final Pattern ANSWER = Pattern.compile("(?s)HTTP/1\\.1 .*?\\r\\n\\r\\n(\\V*)");

    @TempDir
    private Path scratch;

    @Test
    void keepsThePromisesOfTheWalkthrough() throws Exception {
        String document = read("docs/walkthrough.md");
        String script = String.join("\n", blocks(document));
        List<String> promised = groups(PROMISED_STATUS, script);

        String output = run(script);

        assertThat(promised).contains("202", "200", "422", "401", "404");
        assertThat(groups(STATUS, output)).as(output).isEqualTo(promised);
        assertThat(groups(PROMISED_STATE, document)).contains("DECIDED").allMatch(output::contains);
        List<String> answers = groups(ANSWER, output);
        assertThat(answers.get(1)).contains("submissionId").isEqualTo(answers.get(0));
        for (String service : List.of("intake", "scoring", "review", "notification")) {
            assertThat(output).contains("/" + service + ".log");
        }
    }

    /** These start or test the whole system, so no test can run them; continuous integration does. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "samples/README.md"})
    void leavesNoOtherCommandThanContinuousIntegrationRuns(String document) throws IOException {
        List<String> run = read(".ci/run").lines().toList();

        assertThat(blocks(read(document)).stream().flatMap(String::lines))
                .allSatisfy(command -> assertThat(run).anyMatch(line -> {
                    List<String> words = Arrays.asList(line.split("[ ;]+"));
                    return words.containsAll(Arrays.asList(command.split(" +")));
                }));
    }

    @Test
    void findsTheCommandsOfTheReadme() throws IOException {
        assertThat(blocks(read("README.md"))).contains("./run\n", "mvn verify\n");
    }

    private String run(String script) throws Exception {
        Path file = Files.writeString(scratch.resolve("walkthrough.sh"), here(script));
        Path output = scratch.resolve("output");
        Process bash = new ProcessBuilder("bash", "-u", file.toString())
                .directory(SharedSystem.HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = bash.waitFor(90, TimeUnit.SECONDS);
        Stream.concat(bash.descendants(), Stream.of(bash.toHandle())).forEach(ProcessHandle::destroyForcibly);
        String text = Files.readString(output);
        assertThat(ended).as(text).isTrue();
        return text;
    }

    /** The same for the addresses and directories of the running system. */
    private String here(String script) {
        LocalSystem system = SharedSystem.running();
        LocalPorts told = LocalPorts.wellKnown();
        LocalPorts real = system.ports();
        Path logs = system.service("review").logFile().toAbsolutePath().getParent();
        // First of all: the logs may lie below it too.
        return script.replace("/tmp/", scratch + "/")
                .replace(at(told.intake()), at(real.intake()))
                .replace(at(told.review()), at(real.review()))
                .replace(at(told.identity()), at(real.identity()))
                .replace(at(told.platform().mailbox()), at(real.platform().mailbox()))
                .replace(".run/logs", logs.toString());
    }

    private static String at(int port) {
        return "localhost:" + port + "/";
    }

    private static List<String> blocks(String document) {
        return groups(BLOCK, document);
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .collect(Collectors.toList());
    }

    private static String read(String path) throws IOException {
        return Files.readString(SharedSystem.HOME.resolve(path));
    }
}
