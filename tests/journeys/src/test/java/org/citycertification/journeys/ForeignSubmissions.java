package org.citycertification.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.citycertification.local.LocalSystem;
import org.citycertification.messaging.headers.CloudEventHeaders;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.intake.v1.SubmissionReceived;
import org.citycertification.schemas.wire.AvroSerializer;

/**
 * Writes submissions as intake would, for a city that already has an open one: intake lets in one at a time, so the rest of
 * the system meets two only through a later cycle or an appeal.
 */
final class ForeignSubmissions implements AutoCloseable {
    private final LocalSystem system;
    private final KafkaProducer<String, SubmissionEvent> producer;

    ForeignSubmissions(LocalSystem system) {
        this.system = system;
        this.producer = new KafkaProducer<>(Map.of(
                "bootstrap.servers",
                system.platform().kafka().bootstrapServers(),
                "schema.registry.url",
                system.platform().registry().url(),
                "max.in.flight.requests.per.connection",
                "1",
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                AvroSerializer.class));
    }

    /** The template's answers, sent by the city of another submission; returns the new submission. */
    UUID sendAnother(SubmissionEvent ofCity, SubmissionEvent template) {
        return sendAnother(ofCity, template, template.getReceived().getEditionId());
    }

    /** As {@link #sendAnother(SubmissionEvent, SubmissionEvent)}, to an edition that intake may not know. */
    UUID sendAnother(SubmissionEvent ofCity, SubmissionEvent template, String edition) {
        SubmissionReceived city = ofCity.getReceived();
        UUID submission = UUID.randomUUID();
        SubmissionEvent event = SubmissionEvent.newBuilder(template)
                .setEventId(UUID.randomUUID())
                .setSubmissionId(submission)
                .setReceived(SubmissionReceived.newBuilder(template.getReceived())
                        .setEditionId(edition)
                        .setCityId(city.getCityId())
                        .setCity(city.getCity())
                        .setContactIds(city.getContactIds())
                        .setSubmittedBy(city.getSubmittedBy())
                        .build())
                .build();
        var headers = CloudEventHeaders.of(
                event.getEventId(), "SubmissionReceived", "/intake", submission.toString(), event.getOccurredAt());
        producer.send(new ProducerRecord<>(Topics.SUBMISSION, null, submission.toString(), event, headers));
        producer.flush();
        return submission;
    }

    /** Keys of the case events that intake has put aside. */
    List<String> deadLettersOfIntake() {
        String topic = Topics.deadLetters(Topics.CASE, "intake");
        List<String> keys = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        (Object) system.platform().kafka().bootstrapServers(),
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> keys.add(record.key()));
            }
        }
        return keys;
    }

    @Override
    public void close() {
        producer.close();
    }
}
