package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A record that can never be applied is put aside, whole and with the reason; what is beside it goes on. */
@Tag("adapters")
class DeadLetterTests {
    private static MessagingSystem system;
    private static RunningService first;
    private static RunningService second;

    @BeforeAll
    static void start() {
        system = new MessagingSystem("dead");
        first = system.start();
        second = system.start();
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        system.close();
    }

    @Test
    void putsPoisonAsideAndGoesOn() {
        UUID key = UUID.randomUUID();
        byte[] good = system.encode(Things.event(key, 1));
        byte[] cut = Arrays.copyOf(good, good.length - 3);
        byte[] magic = good.clone();
        magic[0] = 7;
        byte[] unknown = good.clone();
        unknown[1] = 0x7f;
        String name = "poison-" + key;

        for (byte[] bytes : List.of(magic, cut, unknown)) {
            system.send(0, name, bytes);
        }
        system.send(0, key.toString(), good);

        system.awaitApplied(key, 1);
        await().atMost(MessagingSystem.PATIENCE)
                .untilAsserted(() -> assertThat(system.deadLetters(name))
                        .hasSize(3)
                        .anySatisfy(letter -> assertThat(reason(letter)).contains("Magic byte"))
                        .anySatisfy(letter -> assertThat(reason(letter)).contains("Not a whole record"))
                        .anySatisfy(letter -> assertThat(reason(letter)).contains("knows no schema"))
                        .extracting(ConsumerRecord::partition)
                        .containsOnly(0));
    }

    /** Both are whole by their schema as far as it goes; the first field is the event's id, a string with its length before it. */
    @Test
    void putsAsideWhatReadsLikeAnEventAndIsNone() {
        UUID key = UUID.randomUUID();
        byte[] noId = system.encode(Things.event(key, 1));
        Arrays.fill(noId, 6, 6 + 36, (byte) 'z');
        byte[] endless = Arrays.copyOf(noId, 12);
        System.arraycopy(new byte[] {-2, -1, -1, -1, 15}, 0, endless, 5, 5);
        String name = "unlikely-" + key;

        system.send(2, name, noId);
        system.send(2, name, endless);
        system.send(2, key.toString(), system.encode(Things.event(key, 1)));

        system.awaitApplied(key, 1);
        await().atMost(MessagingSystem.PATIENCE)
                .untilAsserted(() -> assertThat(system.deadLetters(name)).hasSize(2));
    }

    @Test
    void keepsADeadLetterWhoseKeyIsTooLongForAnIndex() {
        byte[] random = new byte[4_000];
        new Random(1).nextBytes(random);
        String name = Base64.getEncoder().encodeToString(random);
        UUID key = UUID.randomUUID();

        system.send(1, name, new byte[1]);
        system.send(1, key.toString(), system.encode(Things.event(key, 1)));

        system.awaitApplied(key, 1);
        awaitSingle(name, "Shorter than the 5 bytes");
    }

    @Test
    void appliesTheRestOfABatchOfWhichOneRecordAlwaysFails() {
        appliesTheRest(new IllegalStateException("This event is meant to fail"));
    }

    @Test
    void appliesTheRestOfABatchOfWhichOneRecordAlwaysEndsInAnError() {
        appliesTheRest(new StackOverflowError("This event is meant to fail"));
        for (RunningService service : List.of(first, second)) {
            assertThat(service.health("consumers").getDetails())
                    .containsEntry("stopped", List.of())
                    .containsEntry("trouble", Map.of());
        }
    }

    private static void appliesTheRest(Throwable failure) {
        UUID failing = UUID.randomUUID();
        List<UUID> others =
                IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
        SubmissionEvent bad = Things.event(failing, 1);
        ThingService.BEFORE.put(bad.getEventId(), jdbc -> {
            throwUnchecked(failure);
        });

        others.subList(0, 2).forEach(key -> system.send(key, 1));
        system.send(failing, 1);
        others.subList(2, 5).forEach(key -> system.send(key, 1));

        others.forEach(key -> system.awaitApplied(key, 1));
        awaitSingle(failing.toString(), "Failed alone 3 times");
    }

    @Test
    void keepsADeadLetterOfTheLargestRecord() {
        String name = "large-" + UUID.randomUUID();

        // A zero byte and a zero id: wire format of a schema that does not exist.
        system.send(1, name, new byte[1_048_000]);

        await().atMost(MessagingSystem.PATIENCE)
                .untilAsserted(() -> assertThat(system.deadLetters(name))
                        .singleElement()
                        .satisfies(letter -> assertThat(letter.value()).hasSize(1_048_000)));
    }

    private static void throwUnchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    private static void awaitSingle(String key, String reason) {
        await().atMost(MessagingSystem.PATIENCE)
                .untilAsserted(() -> assertThat(system.deadLetters(key))
                        .singleElement()
                        .satisfies(letter -> assertThat(reason(letter)).contains(reason)));
    }

    private static String reason(ConsumerRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader("dl_reason").value(), UTF_8);
    }
}
