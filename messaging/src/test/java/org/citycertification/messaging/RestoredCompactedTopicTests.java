package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.OutgoingEvent;
import org.citycertification.messaging.restore.DatabaseIsOlder;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.citycertification.schemas.intake.v1.ContactRecorded;
import org.citycertification.schemas.intake.v1.ContactTopicTicked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a compacted topic keys are erased, and some records tell of nothing. */
class RestoredCompactedTopicTests {
    private static final String COMPACTED = "forgetting.state.internal.v1";
    private static MessagingSystem system;

    private final UUID key = UUID.randomUUID();

    @BeforeAll
    static void start() {
        system = new MessagingSystem("forgetting");
        TestTopics.create(system.platform().bootstrapServers(), List.of(COMPACTED), List.of());
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void startsWhenOnlyTicksAreMissing() {
        UUID ticker = UUID.randomUUID();
        during(outbox -> outbox.append(tick(ticker, 1)));
        RestoredRows backup = RestoredRows.of(system);
        during(outbox -> outbox.append(tick(ticker, 2)));
        backup.restore();

        startAfterRestore();
    }

    @Test
    void startsWhenItHasErasedAKeyItself() {
        during(outbox -> {
            outbox.append(recorded(key, 1));
            outbox.appendErasure(COMPACTED, key.toString());
        });

        startAfterRestore();
    }

    @Test
    void startsWhenAKeyHasComeBackAfterItsErasure() {
        during(outbox -> {
            outbox.append(recorded(key, 1));
            outbox.appendErasure(COMPACTED, key.toString());
            outbox.append(recorded(key, 2));
        });

        startAfterRestore();
    }

    /** Else a restored database would bring back who was to be forgotten. */
    @Test
    void refusesToStartWhenTheTopicErasesWhatTheDatabaseStillHas() {
        during(outbox -> outbox.append(recorded(key, 1)));
        RestoredRows backup = RestoredRows.of(system);
        during(outbox -> outbox.appendErasure(COMPACTED, key.toString()));
        backup.restore();

        assertThatExceptionOfType(DatabaseIsOlder.class)
                .isThrownBy(RestoredCompactedTopicTests::startAfterRestore)
                .withMessageContaining(COMPACTED + " is ahead of this database: 1 events of 1 keys")
                .withMessageContaining(key + ": the topic erases it at partition");

        during(outbox -> outbox.appendErasure(COMPACTED, key.toString()));
        startAfterRestore();
    }

    private static void during(Consumer<Outbox> work) {
        try (RunningService service = system.start("things.compacted=" + COMPACTED)) {
            service.inTransaction(() -> work.accept(service.bean(Outbox.class)));
            system.awaitEmptyOutbox();
        }
    }

    private static void startAfterRestore() {
        try (RunningService service = system.startAfterRestore("things.compacted=" + COMPACTED)) {
            assertThat(service.isUp("outbox")).isTrue();
        }
    }

    private static OutgoingEvent recorded(UUID key, long version) {
        return outgoing(envelope(key, version)
                .setRecorded(new ContactRecorded("us-x", "Ana", "ana@x.example", "mayor", "en"))
                .build());
    }

    private static OutgoingEvent tick(UUID key, long version) {
        return outgoing(
                envelope(key, version).setTicked(new ContactTopicTicked(0)).build());
    }

    private static ContactEvent.Builder envelope(UUID key, long version) {
        return ContactEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setContactId(key)
                .setVersion(version);
    }

    private static OutgoingEvent outgoing(ContactEvent event) {
        return new OutgoingEvent(
                COMPACTED,
                event.getContactId().toString(),
                event.getVersion(),
                event.getEventId(),
                "Changed",
                event.getOccurredAt(),
                event);
    }
}
