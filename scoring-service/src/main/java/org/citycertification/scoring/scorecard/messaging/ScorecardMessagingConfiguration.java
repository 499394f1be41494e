package org.citycertification.scoring.scorecard.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.citycertification.messaging.KafkaClients;
import org.citycertification.messaging.MessagingProperties;
import org.citycertification.messaging.headers.Traces;
import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.scorecard.ScoreSubmission;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** The reader of submissions and the transactional writer of scorecards. */
@Configuration(proxyBeanMethods = false)
class ScorecardMessagingConfiguration {

    private static final long FIRST_BACK_OFF_MILLIS = 200;
    private static final long LONGEST_BACK_OFF_MILLIS = 2_000;

    @Bean
    ReplyCounters replyCounters(MeterRegistry registry) {
        return new ReplyCounters(registry);
    }

    @Bean
    ReplyTransaction replyTransaction(KafkaClients clients, MessagingProperties settings) {
        return ReplyTransaction.of(clients, settings.service());
    }

    @Bean
    SubmissionListener submissionListener(
            ScoreSubmission scoreSubmission,
            WireFormat wire,
            Traces traces,
            ReplyTransaction transaction,
            ReplyCounters counters,
            MessagingProperties settings,
            Clock clock) {
        var readers = settings.readers();
        var decoder = new SubmissionDecoder(wire, readers.unknownSchemaPatience(), clock);
        var replies =
                new Replies(decoder, scoreSubmission, wire, traces, settings.service(), readers.attempts(), clock);
        return new SubmissionListener(replies, transaction, counters, readers.attempts());
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> submissions(
            SubmissionListener listener, KafkaClients clients, MessagingProperties settings) {
        var properties = new ContainerProperties(Topics.SUBMISSION);
        properties.setMessageListener(listener);
        properties.setGroupId(settings.service());
        properties.setAckMode(AckMode.MANUAL);
        properties.setMissingTopicsFatal(false);
        var readers = settings.readers();
        var consumers = clients.consumers(settings.service(), readers.batchSize());
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(readers.threads());
        container.setBeanName(settings.service() + "." + Topics.SUBMISSION);
        container.setCommonErrorHandler(untilItWorks());
        return container;
    }

    /** What comes out of the listener is passing trouble; no sort of exception may make the container skip a record. */
    private static DefaultErrorHandler untilItWorks() {
        var backOff = new ExponentialBackOff(FIRST_BACK_OFF_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_BACK_OFF_MILLIS);
        var handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    @Bean
    WrittenSchema scorecardSchema() {
        return new WrittenSchema(Topics.SCORECARD, ScorecardEvent.getClassSchema());
    }

    /** DOWN while the container or one of its threads has stopped, or a record is waiting for something. */
    @Bean
    HealthIndicator consumersHealthIndicator(
            ConcurrentMessageListenerContainer<byte[], byte[]> submissions,
            SubmissionListener listener,
            ReplyCounters counters) {
        return () -> {
            boolean running = submissions.isRunning()
                    && submissions.getContainers().stream().allMatch(child -> child.isRunning());
            var trouble = listener.trouble();
            return (running && trouble.isEmpty() ? Health.up() : Health.down())
                    .withDetail("running", running)
                    .withDetail("trouble", trouble)
                    .withDetail("deadLettered", counters.deadLettered())
                    .build();
        };
    }
}
