package org.citycertification.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.LetterState;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.Result;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** What comes of a dead letter that an operator gives up, and what shows that one is open. */
class DiscardTests extends ResolutionTest {

    @Test
    void goesOnWithoutADiscardedRecord() {
        UUID key = UUID.randomUUID();
        DeadLetterFile letter = letterOfTheSecond(key);
        awaitParked(key, 2);

        UUID asked = service.resolve(letter, Action.DISCARD, "It was sent by mistake");

        assertThat(awaitResult(asked)).isEqualTo(Result.DISCARDED);
        awaitApplied(key, 1, 3, 4);
        awaitParked(key, 0);
        assertThat(only(key).state()).isEqualTo(LetterState.DISCARDED);
    }

    @Test
    void goesOnWithoutUndecodableRecordsOnceAllOfThemAreDiscarded() {
        UUID key = UUID.randomUUID();
        service.send(LetterService.event(key, 1));
        service.send(key.toString(), cut(LetterService.event(key, 2)));
        service.send(key.toString(), cut(LetterService.event(key, 3)));
        service.send(LetterService.event(key, 4));
        List<DeadLetterFile> letters = awaitLetters(key.toString(), 2);
        awaitParked(key, 1);

        assertThat(awaitResult(service.resolve(letters.get(1), Action.DISCARD, "broken")))
                .isEqualTo(Result.DISCARDED);
        assertThat(awaitResult(service.resolve(letters.get(0), Action.REDRIVE, "perhaps")))
                .isEqualTo(Result.FAILED_AGAIN);
        assertThat(service.applied(key)).as("the other one may still come").containsExactly(1L);

        DeadLetterFile again = awaitLetters(key.toString(), 3).get(2);
        service.resolve(again, Action.DISCARD, "broken too");

        awaitApplied(key, 1, 4);
        awaitParked(key, 0);
    }

    @Test
    void goesOnWithWhatComesAfterAnUndecodableRecordWasDiscarded() {
        UUID key = UUID.randomUUID();
        service.send(LetterService.event(key, 1));
        service.send(key.toString(), cut(LetterService.event(key, 2)));
        DeadLetterFile letter = awaitLetters(key.toString(), 1).get(0);
        awaitResult(service.resolve(letter, Action.DISCARD, "broken"));

        service.send(LetterService.event(key, 3));
        awaitApplied(key, 1, 3);

        service.send(LetterService.event(key, 5));
        awaitParked(key, 1);
        service.send(LetterService.event(key, 4));
        awaitApplied(key, 1, 3, 4, 5);
    }

    @Test
    void isNotHeldUpByAKeyThatIsNoTextOrIsMissing() {
        UUID key = UUID.randomUUID();
        String nul = "\0" + key;

        service.send(nul, new byte[] {9});
        service.sendWithoutKey(0, new byte[] {9});
        service.sendWithoutKey(1, new byte[] {9});
        service.sendWithoutKey(2, new byte[] {9});
        service.send(key.toString(), new byte[] {9});
        service.send(LetterService.event(key, 1));

        awaitApplied(key, 1);
        DeadLetterFile letter = awaitLetters(nul, 1).get(0);
        assertThat(awaitResult(service.resolve(letter, Action.DISCARD, "rubbish")))
                .isEqualTo(Result.DISCARDED);
        for (DeadLetterFile file : awaitLetters("", 3)) {
            assertThat(awaitResult(service.resolve(file, Action.DISCARD, "rubbish")))
                    .isEqualTo(Result.DISCARDED);
        }
    }

    @Test
    void showsOpenLettersAsTroubleUntilTheyAreClosed() {
        HealthIndicator health = service.bean("consumersHealthIndicator", HealthIndicator.class);
        UUID key = UUID.randomUUID();
        long before = open();
        DeadLetterFile letter = letterOfTheSecond(key);

        assertThat(open()).isEqualTo(before + 1);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("deadLetters", before + 1);

        awaitResult(service.resolve(letter, Action.DISCARD, "seen"));
        assertThat(open()).isEqualTo(before);
    }

    @Test
    void appliesWhatIsDueAlthoughNoRecordRemindsOfIt() {
        UUID key = UUID.randomUUID();
        service.send(LetterService.event(key, 2));
        awaitParked(key, 1);

        service.jdbc()
                .sql("update gate set version = 1 where message_key = ?")
                .param(key.toString())
                .update();

        awaitApplied(key, 2);
    }

    private static byte[] cut(SubmissionEvent event) {
        byte[] whole = service.bytes(event);
        return Arrays.copyOf(whole, whole.length - 3);
    }

    private static long open() {
        return service.jdbc()
                .sql("select count(*) from dead_letter where state = 'OPEN'")
                .query(Long.class)
                .single();
    }
}
