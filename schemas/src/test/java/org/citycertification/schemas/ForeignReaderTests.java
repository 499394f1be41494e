package org.citycertification.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.apicurio.registry.serde.Default4ByteIdHandler;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.deploy.Deployment;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.citycertification.schemas.wire.AvroSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that our serializer wrote, read from the real topics by a deserializer that is not ours: Apicurio's. */
@Tag("adapters")
class ForeignReaderTests {
    private static TestPlatform platform;
    private static KafkaProducer<String, SpecificRecord> producer;

    @BeforeAll
    static void deploy() {
        platform = TestPlatform.shared(Part.KAFKA, Part.REGISTRY);
        Deployment.run(platform.bootstrapServers(), platform.registryUrl(), (short) 1);
        producer = new KafkaProducer<>(Map.of(
                "bootstrap.servers",
                platform.bootstrapServers(),
                "schema.registry.url",
                platform.registryUrl(),
                "max.in.flight.requests.per.connection",
                1,
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                AvroSerializer.class));
    }

    @AfterAll
    static void close() {
        producer.close();
    }

    /** Compared as text: Avro's own equals cannot compare a nullable date inside a list. */
    @ParameterizedTest
    @EnumSource(Topic.class)
    void readsEveryFieldOfEachEnvelope(Topic topic) throws Exception {
        GenericRecord sample = SampleRecords.full(topic.schema());
        SpecificRecord written = specific(topic, sample);

        IndexedRecord readAsClass = throughTopic(topic.topicName(), written, true);
        IndexedRecord readAsFields = throughTopic(topic.topicName(), written, false);

        assertThat(readAsClass).hasSameClassAs(written).hasToString(written.toString());
        assertThat(readAsFields).hasToString(sample.toString());
        assertThat(readAsFields.toString()).contains("São Paulo");
    }

    @Test
    void readsTimesDatesIdsAndAccentsAsWhatTheyAre() throws Exception {
        UUID certification = UUID.randomUUID();
        var written = CertificationEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.parse("2026-11-23T12:34:56.789Z"))
                .setCityId("cl-rm-penalolen")
                .setCityVersion(7_000_000_000L)
                .setCityName("Peñalolén, Ñuñoa y São João")
                .setCountry("CL")
                .setKind(CertificationKind.LEVEL_UP)
                .setLevel(CertificationLevel.PLATINUM)
                .setCertificationId(certification)
                .setSupersedes(null)
                .setEditionId("2022-r1")
                .setCohortYear(2026)
                .setAnnouncedOn(LocalDate.parse("2026-11-23"))
                .setValidUntil(LocalDate.parse("2029-02-28"))
                .build();

        var read = (CertificationEvent) throughTopic(Topics.CERTIFICATION, written, true);

        assertThat(read.getOccurredAt()).isEqualTo("2026-11-23T12:34:56.789Z");
        assertThat(read.getCityVersion()).isEqualTo(7_000_000_000L);
        assertThat(read.getCityName()).isEqualTo("Peñalolén, Ñuñoa y São João");
        assertThat(read.getLevel()).isEqualTo(CertificationLevel.PLATINUM);
        assertThat(read.getCertificationId()).isEqualTo(certification);
        assertThat(read.getSupersedes()).isNull();
        assertThat(read.getValidUntil()).isEqualTo("2029-02-28");
    }

    private static IndexedRecord throughTopic(String topic, SpecificRecord value, boolean specific)
            throws ExecutionException, InterruptedException {
        var sent = producer.send(new ProducerRecord<>(topic, UUID.randomUUID().toString(), value))
                .get();
        var partition = new TopicPartition(topic, sent.partition());
        try (var consumer = new KafkaConsumer<String, IndexedRecord>(foreignSettings(specific))) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, sent.offset());
            return await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> consumer.poll(Duration.ofMillis(200)), records -> !records.isEmpty())
                    .records(partition)
                    .stream()
                    .map(ConsumerRecord::value)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Confluent's wire format in Apicurio's words: an id of four bytes before the record, none in the headers. */
    private static Map<String, Object> foreignSettings(boolean specific) {
        return Map.of(
                "bootstrap.servers",
                platform.bootstrapServers(),
                "apicurio.registry.url",
                platform.registryUrl().replace("/apis/ccompat/v7", "/apis/registry/v3"),
                "apicurio.registry.id-handler",
                Default4ByteIdHandler.class.getName(),
                "apicurio.registry.use-id",
                "contentId",
                "apicurio.registry.headers.enabled",
                "false",
                "apicurio.registry.use-specific-avro-reader",
                String.valueOf(specific),
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                AvroKafkaDeserializer.class);
    }

    /** The sample, whose fields are all set, as the generated class. */
    private static SpecificRecord specific(Topic topic, GenericRecord sample) throws IOException {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(topic.schema()).write(sample, encoder);
        encoder.flush();
        Class<?> type = SpecificData.get().getClass(topic.schema());
        var reader = new SpecificDatumReader<SpecificRecord>(
                topic.schema(), topic.schema(), SpecificData.getForClass(type.asSubclass(SpecificRecord.class)));
        return reader.read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
    }
}
