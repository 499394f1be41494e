package org.citycertification.scoring.scorecard.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.citycertification.messaging.KafkaClients;
import org.citycertification.messaging.MessagingProperties;
import org.citycertification.messaging.TopicEnds;
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
        var container = container(Topics.SUBMISSION, listener, listener.trouble(), clients, settings);
        container.setConcurrency(settings.readers().threads());
        return container;
    }

    @Bean
    ResolutionListener resolutionListener(
            ScoreSubmission scoreSubmission,
            WireFormat wire,
            Traces traces,
            ReplyTransaction transaction,
            KafkaClients clients,
            TopicEnds topicEnds,
            MessagingProperties settings,
            Clock clock) {
        var decoder = new SubmissionDecoder(wire, Duration.ZERO, clock);
        var attempts = settings.readers().attempts();
        var replies = new Replies(decoder, scoreSubmission, wire, traces, settings.service(), attempts, clock);
        var history = new LetterHistory(clients::consumerWithoutGroup, topicEnds, wire);
        return new ResolutionListener(
                history, new Verdicts(replies, decoder), transaction, wire, settings.service(), clock);
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> resolutions(
            ResolutionListener listener, KafkaClients clients, MessagingProperties settings) {
        return container(
                Topics.deadLetters(Topics.SUBMISSION, settings.service()),
                listener,
                listener.trouble(),
                clients,
                settings);
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            String topic,
            Object listener,
            PartitionTrouble trouble,
            KafkaClients clients,
            MessagingProperties settings) {
        var properties = new ContainerProperties(topic);
        properties.setMessageListener(listener);
        properties.setGroupId(settings.service());
        properties.setAckMode(AckMode.MANUAL);
        properties.setMissingTopicsFatal(false);
        properties.setConsumerRebalanceListener(trouble);
        var consumers = clients.consumers(settings.service(), settings.readers().batchSize());
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(settings.service() + "." + topic);
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

    @Bean
    OpenLetters openLetters(
            KafkaClients clients, WireFormat wire, MessagingProperties settings, MeterRegistry registry) {
        var topic = Topics.deadLetters(Topics.SUBMISSION, settings.service());
        var letters = new OpenLetters(topic, clients::consumerWithoutGroup, wire);
        Gauge.builder("messaging.dead.letters.open", letters::now).register(registry);
        return letters;
    }

    /** DOWN while a container or one of its threads has stopped, a record waits for something, or letters are open. */
    @Bean
    HealthIndicator consumersHealthIndicator(
            List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers,
            SubmissionListener listener,
            ResolutionListener resolutions,
            OpenLetters letters,
            ReplyCounters counters) {
        return () -> {
            boolean running = containers.stream()
                    .allMatch(container -> container.isRunning()
                            && container.getContainers().stream().allMatch(child -> child.isRunning()));
            var trouble = listener.trouble().all();
            var waiting = resolutions.trouble().all();
            long open = letters.now();
            return (running && trouble.isEmpty() && waiting.isEmpty() && open == 0 ? Health.up() : Health.down())
                    .withDetail("running", running)
                    .withDetail("trouble", trouble)
                    .withDetail("resolutions", waiting)
                    .withDetail("deadLetters", open)
                    .withDetail("deadLettered", counters.deadLettered())
                    .build();
        };
    }
}
