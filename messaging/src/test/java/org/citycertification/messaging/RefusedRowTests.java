package org.citycertification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.RawRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that the broker can never take holds back its own key and nothing else, until it is repaired. */
class RefusedRowTests {
    private static final String COMPACTED = "refused.state.internal.v1";
    private static MessagingSystem system;
    private static RunningService service;

    private final UUID blocked = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        system = new MessagingSystem("refused");
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", system.platform().bootstrapServers()))) {
            admin.createTopics(List.of(TestTopics.topic(COMPACTED).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
        service = system.start();
    }

    @AfterAll
    static void stop() {
        service.close();
        system.close();
    }

    @AfterEach
    void leaveNothing() {
        system.jdbc().sql("delete from outbox").update();
    }

    /** 2 MB are more than the topic takes, so the broker refuses; 4 MB are more than a request takes, so the client does. */
    @ParameterizedTest
    @ValueSource(ints = {2_000_000, 4_000_000})
    void holdsBackItsKeyOnlyAndInOrder(int size) {
        service.inTransaction(() -> {
            change(blocked);
            change(other);
            appendRaw(system.writes(), blocked, new byte[size]);
            change(third);
            change(blocked);
            change(other);
        });
        service.change(blocked);

        awaitPublished(other, 1, 2);
        awaitPublished(third, 1);
        awaitPublished(blocked, 1);
        awaitRefused("RecordTooLargeException");
        service.change(other);
        awaitPublished(other, 1, 2, 3);

        repair(system.encode(Things.event(blocked, 99)));

        awaitPublished(blocked, 1, 99, 2, 3);
        await().atMost(MessagingSystem.PATIENCE).until(() -> service.isUp("outbox"));
        system.awaitEmptyOutbox();
    }

    @Test
    void holdsBackWhatATopicRefusesAsInvalid() {
        service.inTransaction(() -> {
            change(blocked);
            appendRaw(COMPACTED, null, new byte[10]);
            appendRaw("no topic can be called this", third, new byte[10]);
            change(blocked);
        });

        awaitPublished(blocked, 1, 2);
        awaitRefused("InvalidRecordException", "InvalidTopicException");
    }

    /** Not refused for ever: somebody may make the topic. Until then all wait, and health says for what within seconds. */
    @Test
    void namesATopicThatDoesNotExistAndGoesOnOnceItDoes() {
        String missing = "refused.missing.internal.v1";
        service.inTransaction(() -> {
            for (int i = 0; i < 10; i++) {
                appendRaw(missing, UUID.randomUUID(), new byte[10]);
            }
            change(other);
        });

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(String.valueOf(
                                service.health("outbox").getDetails().get("trouble")))
                        .contains(missing));
        TestTopics.create(system.platform().bootstrapServers(), List.of(missing), List.of());

        awaitPublished(other, 1);
        system.awaitEmptyOutbox();
        assertThat(TestTopics.records(system.platform().bootstrapServers(), missing, "read_committed"))
                .hasSize(10);
    }

    private static void change(UUID key) {
        Things.change(
                service.bean(org.springframework.jdbc.core.simple.JdbcClient.class), outbox(), system.writes(), key);
    }

    private static void appendRaw(String topic, UUID key, byte[] value) {
        byte[] bytes = key == null ? null : key.toString().getBytes(UTF_8);
        outbox().append(new RawRecord(topic, null, bytes, value, new RecordHeaders()));
    }

    private static Outbox outbox() {
        return service.bean(Outbox.class);
    }

    private static void awaitPublished(UUID key, long... versions) {
        await().atMost(MessagingSystem.PATIENCE)
                .untilAsserted(() -> assertThat(system.published(key))
                        .containsExactly(
                                java.util.Arrays.stream(versions).boxed().toArray(Long[]::new)));
    }

    private static void awaitRefused(String... reasons) {
        await().atMost(MessagingSystem.PATIENCE).untilAsserted(() -> {
            var health = service.health("outbox");
            assertThat(health.getStatus()).isEqualTo(org.springframework.boot.health.contributor.Status.DOWN);
            assertThat(health.getDetails()).containsEntry("refused", (long) reasons.length);
        });
        var marks = system.jdbc()
                .sql("select refused_reason from outbox where refused_reason is not null order by id")
                .query(String.class)
                .list();
        for (int i = 0; i < reasons.length; i++) {
            assertThat(marks.get(i)).contains(reasons[i]);
        }
    }

    /** What an operator does: puts right what was wrong with the row, and takes the mark away. */
    private static void repair(byte[] payload) {
        system.jdbc()
                .sql("update outbox set payload = ?, refused_reason = null where refused_reason is not null")
                .param(payload)
                .update();
    }
}
