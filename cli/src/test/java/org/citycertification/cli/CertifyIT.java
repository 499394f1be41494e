package org.citycertification.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an operator does about dead letters with the command. */
class CertifyIT extends CertifyTest {

    @Test
    void takesARefusedRecordFromTheListToItsRedrive() throws Exception {
        UUID key = UUID.randomUUID();
        service.refuses(key, 1);
        service.send(key, 1);
        service.send(key, 2);
        String id = awaitLetter(key);

        Ran shown = certify("dead-letters", "show", id);
        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).contains(key.toString(), "This event is meant to fail", "\"version\" : 1");
        JsonNode json = json(certify("dead-letters", "show", id, "--json"));
        assertThat(json.path("value").path("submissionId").asString()).isEqualTo(key.toString());
        assertThat(json.path("sourceTopic").asString()).isEqualTo(RefusingService.IN);
        assertThat(json.path("history")).isEmpty();

        Ran early = certify("dead-letters", "redrive", id, "--reason", "too early", "--json");
        assertThat(early.exit()).isEqualTo(Exit.NOT_DONE);
        JsonNode failed = JSON.readTree(early.out()).get(0);
        assertThat(failed.path("result").asString()).isEqualTo("failed again");
        String next = failed.path("newLetter").asString();
        assertThat(awaitLetter(key)).isEqualTo(next);

        service.isRepairedFor(key, 1);
        Ran redriven = certify("dead-letters", "redrive", next, "--reason", "repaired", "--actor", "op-7");
        assertThat(redriven.exit()).isZero();
        assertThat(redriven.out()).contains("applied: The record was applied.");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.applied(key)).containsExactly(1L, 2L));

        Ran again = certify("dead-letters", "redrive", next, "--reason", "once more");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("nothing changes");
        assertThat(certify("dead-letters", "redrive", id, "--reason", "the old one")
                        .exit())
                .isEqualTo(Exit.NOT_DONE);
        assertThat(certify("dead-letters", "discard", next, "--reason", "too late")
                        .exit())
                .isEqualTo(Exit.NOT_DONE);
        assertThat(service.applied(key)).containsExactly(1L, 2L);
        assertThat(history(next))
                .extracting(
                        entry -> entry.path("actor").asString(""),
                        entry -> entry.path("result").asString(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("op-7", ""),
                        org.assertj.core.groups.Tuple.tuple("", "applied"));
        assertThat(certify("dead-letters", "list", "--ids").out()).doesNotContain(next);
    }

    @Test
    void discardsWhatNobodyCanRead() throws Exception {
        UUID key = UUID.randomUUID();
        service.send(key, 1);
        service.send(key, "\033[2J not avro".getBytes(UTF_8));
        service.send(key, 3);
        String id = awaitLetter(key);
        Ran shown = certify("dead-letters", "show", id);
        assertThat(shown.out()).contains("valueProblem", "Magic byte is not 0").doesNotContain("\033");

        Ran discarded = certify("dead-letters", "discard", id, "--reason", "garbage", "--actor", "op-7");

        assertThat(discarded.exit()).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.applied(key)).containsExactly(1L, 3L));
        assertThat(certify("dead-letters", "show", id).out()).contains("discard by op-7: garbage");
        JsonNode all = json(certify("dead-letters", "list", "--all", "--json", "--service", "refusing"));
        assertThat(all)
                .filteredOn(letter -> letter.path("id").asString().equals(id))
                .singleElement()
                .satisfies(letter -> assertThat(letter.path("state").asString()).isEqualTo("discarded"));
    }

    @Test
    void keepsTheVersionThatAnOperatorNames() throws Exception {
        UUID key = UUID.randomUUID();
        service.send(key, "not avro".getBytes(UTF_8));
        String id = awaitLetter(key);
        assertThat(certify("dead-letters", "discard", id, "--reason", "x", "--record-version", "-1")
                        .err())
                .contains("--record-version is 0 or more, not -1", "Try: certify dead-letters discard --help");
        assertThat(certify("dead-letters", "redrive", id, "--reason", "x", "--record-version", "1")
                        .exit())
                .as("a redriven record tells its version itself")
                .isEqualTo(Exit.USAGE);
        assertThat(history(id)).isEmpty();

        Ran discarded =
                certify("dead-letters", "discard", id, "--reason", "x", "--actor", "op-7", "--record-version", "1");

        assertThat(discarded.exit()).isZero();
        assertThat(history(id).get(0).path("recordVersion").asInt()).isEqualTo(1);
        assertThat(certify("dead-letters", "show", id).out()).contains("discard as version 1 by op-7: x");
    }

    @Test
    void leavesTheQuestionForAServiceThatIsDown() throws Exception {
        UUID key = UUID.randomUUID();
        service.refuses(key, 1);
        service.send(key, 1);
        String id = awaitLetter(key);
        service.stop();
        service.isRepairedFor(key, 1);

        Ran asked = certify("dead-letters", "redrive", id, "--reason", "repaired", "--wait", "1");
        assertThat(asked.exit()).isEqualTo(Exit.NO_ANSWER);
        assertThat(certify("dead-letters", "list").out()).contains("pending");
        service.startAgain();

        assertThat(certify("dead-letters", "redrive", id, "--reason", "repaired")
                        .exit())
                .isZero();
        assertThat(service.applied(key)).containsExactly(1L);
        assertThat(history(id)).as("the same question is not asked twice").hasSize(2);
    }

    @Test
    void saysInOneLineWhatIsNotThere() throws Exception {
        Ran topic = certify("dead-letters", "list", "--topic", "no.such.topic");
        assertThat(topic.exit()).isEqualTo(Exit.NOT_FOUND);
        assertThat(topic.err().lines()).singleElement().asString().contains(RefusingService.DEAD);

        Ran letter = certify("dead-letters", "show", RefusingService.DEAD + ":0:999999");
        assertThat(letter.exit()).isEqualTo(Exit.NOT_FOUND);
        assertThat(letter.err().lines()).hasSize(1);
    }

    @Test
    void saysInOneLineThatKafkaIsAway() throws Exception {
        Ran ran = certify("dead-letters", "list", "--bootstrap-servers", "localhost:1");

        assertThat(ran.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).singleElement().asString().contains("No Kafka broker answers at localhost:1");
    }

    @Test
    void saysInOneLineThatTheRegistryIsAway() throws Exception {
        UUID key = UUID.randomUUID();
        service.refuses(key, 1);
        service.send(key, 1);
        String id = awaitLetter(key);

        Ran ran = certify("dead-letters", "discard", id, "--reason", "x", "--registry", "http://localhost:1");

        assertThat(ran.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(ran.err().lines()).singleElement().asString().contains("registry");
        assertThat(certify("dead-letters", "discard", id, "--reason", "cleaning up")
                        .exit())
                .isZero();
    }

    @Test
    void refusesWrongUsage() throws Exception {
        assertThat(certify("dead-letters", "redrive", RefusingService.DEAD + ":0:1")
                        .exit())
                .as("without a reason")
                .isEqualTo(Exit.USAGE);
        assertThat(certify("dead-letters", "show", "nonsense").err())
                .contains("'nonsense' is not the ID of a dead letter", "Try: certify dead-letters show --help");
        assertThat(certify().exit()).isEqualTo(Exit.USAGE);
        assertThat(certify("--help").out()).contains("Exit codes:", "dead-letters", "Examples:");
    }

    @Test
    void completesItsCommandsInBash() throws Exception {
        Path script = directory.resolve("completion.bash");
        Files.writeString(script, certify("completion").out());
        String ask = "source " + script
                + "; COMP_WORDS=(certify dead-letters r); COMP_CWORD=2; _complete_certify; echo ${COMPREPLY[@]}";

        Ran completed = run(List.of("bash", "-c", ask));

        assertThat(completed.out().strip()).isEqualTo("redrive");
    }
}
