package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.citycertification.messaging.gate.OpenLetters;
import org.citycertification.messaging.gate.UnknownKind;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Letters about a compacted topic are kept for a time only; what their topic holds no longer is closed, on two instances. */
@Tag("full")
@ExtendWith(OutputCaptureExtension.class)
class ExpiredLetterTests {
    private static final String[] SETTINGS = {
        "messaging.readers.sweep=200ms", "things.latest=expired.latest.internal.v1"
    };
    /** Nothing is ever deleted there. */
    private static final int WHOLE = 0;
    /** Letters of this one are lost to see that the service has looked again. */
    private static final int APART = 2;

    private static MessagingSystem system;
    private static RefusedThings latest;
    private static RefusedThings gapless;
    private static RunningService first;
    private static RunningService second;

    private final UUID key = UUID.randomUUID();

    @BeforeAll
    static void start() {
        system = new MessagingSystem("expired");
        latest = new RefusedThings(system, "expired.latest.internal.v1");
        gapless = new RefusedThings(system, system.reads());
        startInstances();
    }

    private static void startInstances() {
        first = system.start(SETTINGS);
        second = system.start(SETTINGS);
    }

    @AfterAll
    static void stop() {
        stopInstances();
        gapless.close();
        latest.close();
        system.close();
    }

    private static void stopInstances() {
        second.close();
        first.close();
    }

    @Test
    void closesALetterThatItsTopicHoldsNoLonger(CapturedOutput output) {
        long before = open(first);
        DeadLetter letter = latest.refused(1, Things.event(key, 1));
        assertThat(open(first)).isEqualTo(before + 1);
        assertThat(first.health("consumers").getDetails()).containsEntry("deadLetters", before + 1);
        assertThat(first.isDown("consumers")).isTrue();

        latest.loses(letter);

        latest.awaitState(key, "EXPIRED");
        assertThat(open(first)).isEqualTo(before);
        assertThat(second.health("consumers").getDetails()).containsEntry("deadLetters", before);
        awaitAnotherRound();
        assertThat(output.getAll()
                        .lines()
                        .filter(line -> line.contains("Dead letter expired") && line.contains(key + "'")))
                .singleElement()
                .asString()
                .contains(
                        "WARN",
                        "partition 1 offset " + letter.sourceOffset() + ",",
                        latest.letterTopic() + " holds it no longer");
    }

    @Test
    void leavesALetterThatIsStillThereToTheOperator() {
        UUID other = UUID.randomUUID();
        DeadLetter letter = latest.refused(1, Things.event(key, 1));
        DeadLetter kept = latest.refused(1, Things.event(other, 1));

        latest.loses(letter);
        latest.awaitState(key, "EXPIRED");
        awaitAnotherRound();

        assertThat(latest.state(other)).isEqualTo("OPEN");
        assertThat(latest.resolve(kept, Action.DISCARD)).isEqualTo(Result.DISCARDED);
        assertThat(latest.state(other)).isEqualTo("DISCARDED");
    }

    @Test
    void closesEachLetterWhenItsOwnTimeHasCome() {
        UUID other = UUID.randomUUID();
        DeadLetter letter = latest.refused(1, Things.event(key, 1));
        DeadLetter later = latest.refused(1, Things.event(other, 1));

        latest.loses(letter);
        latest.awaitState(key, "EXPIRED");
        latest.loses(later);

        latest.awaitState(other, "EXPIRED");
    }

    @Test
    void countsTheNewestLetterOfARecordThatWasRefusedAgain() {
        DeadLetter letter = latest.refused(1, Things.event(key, 1));
        assertThat(latest.resolve(letter, Action.REDRIVE)).isEqualTo(Result.FAILED_AGAIN);
        DeadLetter again = latest.awaitLetter(key, 2);

        latest.loses(letter);
        awaitAnotherRound();
        assertThat(latest.state(key)).isEqualTo("OPEN");

        latest.loses(again);
        latest.awaitState(key, "EXPIRED");
    }

    @Test
    void saysThatNothingIsThereWhenAnExpiredLetterIsResolved() {
        DeadLetter letter = latest.refused(1, Things.event(key, 1));
        latest.loses(letter);
        latest.awaitState(key, "EXPIRED");

        assertThat(latest.resolve(letter, Action.REDRIVE)).isEqualTo(Result.NO_EFFECT);
        assertThat(latest.state(key)).isEqualTo("EXPIRED");
    }

    @Test
    void goesOnToWhatWasParkedBehindAnExpiredLetter() {
        RefusedThings.failsOn(Things.event(key, 3), new UnknownKind("Of a kind that is not known yet"));
        latest.send(1, Things.event(key, 1));
        DeadLetter letter = latest.refused(1, Things.event(key, 2));
        latest.send(1, Things.event(key, 3));
        await().atMost(MessagingSystem.PATIENCE)
                .until(() -> system.count("select count(*) from parked where message_key = ?", key.toString()) == 1);

        RefusedThings.isRepairedFor(Things.event(key, 3));
        latest.loses(letter);

        system.awaitApplied(key, 1, 3);
    }

    @Test
    void makesANewLetterWhenARecordIsRefusedAgainAfterItsLetterExpired() {
        DeadLetter letter = latest.refused(1, Things.event(key, 1));
        latest.loses(letter);
        latest.awaitState(key, "EXPIRED");
        stopInstances();
        system.jdbc()
                .sql(
                        "update consumer_offset set next_offset = ? where topic = 'expired.latest.internal.v1' and partition_number = 1")
                .param(letter.sourceOffset())
                .update();
        startInstances();

        DeadLetter again = latest.awaitLetter(key, 2);

        assertThat(latest.state(key)).isEqualTo("OPEN");
        assertThat(latest.resolve(again, Action.DISCARD)).isEqualTo(Result.DISCARDED);
    }

    @Test
    void leavesALetterThatIsNotPublishedYet() {
        latest.loses(latest.refused(1, Things.event(UUID.randomUUID(), 1)));
        system.jdbc()
                .sql("insert into outbox (topic, message_key, target_partition, headers, refused_reason)"
                        + " values (?, convert_to(?, 'UTF8'), 1, '', 'so that nobody publishes it')")
                .params(latest.letterTopic(), key.toString())
                .update();
        openRow(1);

        awaitAnotherRound();
        assertThat(latest.state(key)).isEqualTo("OPEN");

        system.jdbc().sql("delete from outbox where refused_reason is not null").update();
        latest.awaitState(key, "EXPIRED");
    }

    /** Its offsets are those of other letters, and it has lost none of its own. */
    @Test
    void leavesWhatIsOpenWhereTheTopicBeginsAnew() {
        openRow(WHOLE);

        awaitAnotherRound();

        assertThat(latest.state(key)).isEqualTo("OPEN");
    }

    /** To go on without a version is for a person to decide. */
    @Test
    void closesNothingWhereEveryVersionCounts() {
        DeadLetter letter = gapless.refused(1, Things.event(key, 1));
        gapless.send(1, Things.event(key, 2));
        await().atMost(MessagingSystem.PATIENCE)
                .until(() -> system.count("select count(*) from parked where message_key = ?", key.toString()) == 1);
        gapless.loses(letter);

        awaitAnotherRound();
        awaitAnotherRound();

        assertThat(gapless.state(key)).isEqualTo("OPEN");
        assertThat(system.applied(key)).isEmpty();
    }

    /** Since another letter has expired that was lost after all else, all else was looked at, too. */
    private static void awaitAnotherRound() {
        UUID last = UUID.randomUUID();
        latest.loses(latest.refused(APART, Things.event(last, 1)));
        latest.awaitState(last, "EXPIRED");
    }

    private void openRow(int partition) {
        system.jdbc()
                .sql("insert into dead_letter (topic, partition_number, source_offset, message_key, attempt, state)"
                        + " values ('expired.latest.internal.v1', ?, 1000000, convert_to(?, 'UTF8'), 1, 'OPEN')")
                .params(partition, key.toString())
                .update();
    }

    private static long open(RunningService service) {
        return new OpenLetters(service.bean(JdbcTemplate.class)).now();
    }
}
