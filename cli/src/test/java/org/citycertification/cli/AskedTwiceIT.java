package org.citycertification.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What comes of questions about a letter that is asked about already, while its service is down. */
class AskedTwiceIT extends CertifyTest {

    @AfterEach
    void leaveARunningService() {
        service.startAgain();
    }

    @Test
    void doesNotRepeatTheSameQuestionAndSaysSo() throws Exception {
        String id = letterOfAServiceThatIsDown(UUID.randomUUID());

        Ran first = certify("dead-letters", "redrive", id, "--reason", "repaired", "--actor", "op-1", "--wait", "1");
        Ran again = certify("dead-letters", "redrive", id, "--reason", "repaired", "--actor", "op-1", "--wait", "1");

        assertThat(first.exit()).isEqualTo(Exit.NO_ANSWER);
        assertThat(first.out())
                .contains("does what was asked when it runs again")
                .doesNotContain("asked already");
        assertThat(again.exit()).isEqualTo(Exit.NO_ANSWER);
        assertThat(again.out()).contains("This was asked already, at 2", "does what was asked when it runs again");
        assertThat(history(id)).hasSize(1);
    }

    @Test
    void asksForWhomeverElseAndTellsThatItWasDoneForTheFirst() throws Exception {
        UUID key = UUID.randomUUID();
        String id = letterOfAServiceThatIsDown(key);
        certify("dead-letters", "redrive", id, "--reason", "repaired", "--actor", "op-1", "--wait", "1");

        Ran early = certify("dead-letters", "redrive", id, "--reason", "in 1.4", "--actor", "op-1", "--wait", "1");
        assertThat(early.exit()).isEqualTo(Exit.NO_ANSWER);
        assertThat(early.out()).contains("first takes what was asked before", "redrive by op-1: repaired");
        var another = inTheBackground("redrive", id, "--reason", "repaired", "--actor", "op-2");
        var opposite = inTheBackground("discard", id, "--reason", "garbage", "--actor", "op-3");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(history(id)).hasSize(4));
        service.startAgain();

        assertThat(another.join().exit()).isZero();
        assertThat(another.join().out())
                .contains("redriven: This was done before; nothing changes: redrive by op-1: repaired");
        assertThat(opposite.join().exit()).isEqualTo(Exit.NOT_DONE);
        assertThat(opposite.join().out())
                .contains("redriven: The letter was closed already: redrive by op-1: repaired");
        assertThat(service.applied(key)).containsExactly(1L);
        assertThat(answers(id)).containsExactly("applied", "no effect", "no effect", "no effect");
    }

    @Test
    void discardsAsTheVersionThatWasNamedFirst() throws Exception {
        UUID key = UUID.randomUUID();
        String id = letterOfAServiceThatIsDown(key);
        certify(
                "dead-letters",
                "discard",
                id,
                "--reason",
                "x",
                "--record-version",
                "1",
                "--actor",
                "op",
                "--wait",
                "1");
        var second = inTheBackground("discard", id, "--reason", "x", "--record-version", "2", "--actor", "op");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(history(id)).hasSize(2));
        service.startAgain();

        assertThat(second.join().exit()).isEqualTo(Exit.NOT_DONE);
        assertThat(second.join().out())
                .contains("discarded: The letter was closed already: discard as version 1 by op: x");
        assertThat(history(id))
                .extracting(entry -> entry.path("recordVersion").asInt(0))
                .containsExactly(1, 2, 0, 0);
        assertThat(certify("dead-letters", "discard", id, "--reason", "y", "--record-version", "1")
                        .exit())
                .isZero();
        assertThat(service.applied(key)).isEmpty();
    }

    /** A letter whose record can be applied once the service runs. */
    private static String letterOfAServiceThatIsDown(UUID key) {
        service.refuses(key, 1);
        service.send(key, 1);
        String id = awaitLetter(key);
        service.stop();
        service.isRepairedFor(key, 1);
        return id;
    }

    private static List<String> answers(String id) throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (JsonNode entry : history(id)) {
            if (entry.has("result")) {
                answers.add(entry.path("result").asString());
            }
        }
        return answers;
    }

    private static CompletableFuture<Ran> inTheBackground(String... arguments) {
        List<String> all = new ArrayList<>(List.of("dead-letters"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--wait", "60"));
        // The common pool of a small machine has one thread.
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return certify(all.toArray(String[]::new));
                    } catch (IOException | InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                task -> new Thread(task, "certify").start());
    }
}
