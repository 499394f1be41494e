package org.citycertification.messaging;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.citycertification.messaging.gate.EventIdentity;
import org.citycertification.messaging.gate.Subscription;
import org.citycertification.messaging.mirror.TopicMirror;
import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that writes down which versions it has applied, in the order in which it did. */
@SpringBootConfiguration
@EnableAutoConfiguration
class ThingService {
    /** What happens, by event, before it is applied; to fail, for instance. */
    static final Map<UUID, Consumer<JdbcClient>> BEFORE = new ConcurrentHashMap<>();

    @Bean
    Subscription<SubmissionEvent> things(@Value("${things.read}") String topic, JdbcClient jdbc) {
        return Subscription.gapless(topic, SubmissionEvent.class, ThingService::identity, event -> apply(event, jdbc));
    }

    @Bean
    @ConditionalOnProperty("things.latest")
    Subscription<SubmissionEvent> latestThings(@Value("${things.latest}") String topic, JdbcClient jdbc) {
        return Subscription.latest(
                topic, SubmissionEvent.class, ThingService::identity, event -> apply(event, jdbc), key -> {});
    }

    private static void apply(SubmissionEvent event, JdbcClient jdbc) {
        BEFORE.getOrDefault(event.getEventId(), nothing -> {}).accept(jdbc);
        jdbc.sql("insert into applied (message_key, version) values (?, ?)")
                .params(event.getSubmissionId().toString(), event.getVersion())
                .update();
    }

    static EventIdentity identity(SubmissionEvent event) {
        return new EventIdentity(event.getSubmissionId().toString(), event.getVersion(), event.getEventId());
    }

    @Bean
    WrittenSchema thingSchema(@Value("${things.written}") String topic) {
        return new WrittenSchema(topic, SubmissionEvent.getClassSchema());
    }

    @Bean
    @ConditionalOnProperty("things.compacted")
    WrittenSchema compactedThingSchema(@Value("${things.compacted}") String topic) {
        return WrittenSchema.compacted(topic, ContactEvent.getClassSchema(), "ticked");
    }

    @Bean
    @ConditionalOnProperty("things.mirrored")
    TopicMirror<SubmissionEvent> mirroredThings(@Value("${things.mirrored}") String topic) {
        return TopicMirror.of(topic, SubmissionEvent.class, event -> {});
    }
}
