package org.citycertification.messaging;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The database is away for longer than a group bears with a reader that asks for nothing: 7 s here, five minutes elsewhere. */
@Tag("full")
@ExtendWith(OutputCaptureExtension.class)
class LongSilenceTests {
    private static final String BORNE_WITH = "spring.kafka.consumer.properties.max.poll.interval.ms=7000";

    @AutoClose
    private final MessagingSystem system = new MessagingSystem("long_silence");

    @AfterEach
    void bringBackWhatIsAway() {
        Outages.end(system.platform());
    }

    @Test
    void readsOnAfterItsGroupHasGivenItUp(CapturedOutput output) {
        List<UUID> keys = Stream.generate(UUID::randomUUID).limit(9).toList();
        try (RunningService staying = system.start(BORNE_WITH)) {
            try (RunningService leaving = system.start(BORNE_WITH)) {
                system.awaitReaderOfEachPartition();
                keys.forEach(key -> system.send(key, 1));
                keys.forEach(key -> system.awaitApplied(key, 1));
                await().atMost(MessagingSystem.PATIENCE).until(() -> leaving.isUp("consumers"));
                system.platform().postgres().kill();
            }
            await().atMost(MessagingSystem.PATIENCE)
                    .until(() -> output.getAll().contains("A reader waits for the database")
                            && output.getAll().contains("consumer poll timeout has expired"));
            keys.forEach(key -> system.send(key, 2));
            system.platform().postgres().start();

            keys.forEach(key -> system.awaitApplied(key, 1, 2));
            await().atMost(MessagingSystem.PATIENCE).until(() -> staying.isUp("consumers"));
        }
    }
}
