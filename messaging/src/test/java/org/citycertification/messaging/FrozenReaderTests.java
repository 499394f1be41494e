package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reader is frozen in the middle of a transaction, is overtaken, and wakes up later. */
@Tag("full")
class FrozenReaderTests {
    /** 6 s until the group gives its partitions away, 10 s until the database ends its transaction. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(30);

    @Test
    void leavesItsRecordsToAnotherAndAppliesNothingTwice() throws Exception {
        UUID key = UUID.randomUUID();
        try (MessagingSystem system = new MessagingSystem("frozen_reader");
                ChildJvm frozen = GateChild.start(system, Things.event(key, 1).getEventId())) {
            system.send(key, 1);
            frozen.awaitSaid("reached");
            frozen.freeze();
            try (RunningService other = system.start()) {
                system.awaitApplied(TAKEN_OVER, key, 1);

                frozen.go();
                frozen.resume();
                frozen.awaitSaid("going on");
                system.send(key, 2);

                system.awaitApplied(key, 1, 2);
                assertThat(other.isUp("outbox", "consumers")).isTrue();
            }
            system.send(key, 3);
            system.awaitApplied(key, 1, 2, 3);
            assertThat(system.deadLetters(key.toString())).isEmpty();
        }
    }
}
