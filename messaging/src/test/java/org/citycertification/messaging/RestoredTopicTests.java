package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** Kafka alone was restored from an older copy, so new records come at offsets that the reader has read before. */
class RestoredTopicTests {

    @Test
    void newRecordsAreAppliedAndOldOnesNotAgain() throws Exception {
        try (var system = new MessagingSystem("older_topic")) {
            UUID key = UUID.randomUUID();
            try (RunningService service = system.start()) {
                system.send(0, key.toString(), system.encode(Things.event(key, 1)));
                system.send(0, key.toString(), system.encode(Things.event(key, 2)));
                system.awaitApplied(key, 1, 2);
                assertThat(service.isUp("consumers")).isTrue();
            }

            makeAnew(system.platform().bootstrapServers(), system.reads());
            try (RunningService service = system.start()) {
                system.send(0, key.toString(), system.encode(Things.event(key, 3)));

                system.awaitApplied(key, 1, 2, 3);
                assertThat(service.isUp("consumers")).isTrue();
            }
        }
    }

    private static void makeAnew(String bootstrapServers, String topic)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteTopics(List.of(topic)).all().get();
            await().atMost(MessagingSystem.PATIENCE)
                    .until(() -> !admin.listTopics().names().get().contains(topic));
        }
        TestTopics.create(bootstrapServers, List.of(topic), List.of());
    }
}
