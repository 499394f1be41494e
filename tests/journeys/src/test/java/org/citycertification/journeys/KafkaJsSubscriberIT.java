package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.citycertification.local.Api;
import org.citycertification.local.Journey;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.Report;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.wire.AvroDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stranger's subscriber, in another language and with nothing of ours, reads what we read. */
@Tag("full")
class KafkaJsSubscriberIT {
    private static final String ACCENTED = "São João de Peñalolén";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static LocalSystem system;
    private static NodeProgram subscriber;

    @BeforeAll
    static void start() throws Exception {
        subscriber = NodeProgram.installed(SharedSystem.HOME.resolve("examples/subscriber-kafkajs"));
        system = SharedSystem.running();
        var api = new Api(system.ports());
        certifyTwice(api, "city-07");
        try (var watch = SharedSystem.watch(system)) {
            Path montevideo = SharedSystem.HOME.resolve("samples/montevideo-uy.json");
            new Journey(system.running(), api, watch, new Report(System.out)).run(montevideo);
        }
    }

    @Test
    void readsEveryFieldOfEveryCertificationFromTheFirstOneOn() throws Exception {
        List<Read> ours = ours();

        List<Read> theirs = theirs("stranger-" + UUID.randomUUID());

        assertThat(theirs).isEqualTo(ours);
        assertThat(theirs).extracting(Read::offset).startsWith(0L);
        assertThat(fields("us-ma-city-07", theirs, "cityName")).containsOnly(ACCENTED);
        assertThat(fields("us-ma-city-07", theirs, "kind")).containsExactly("NEW", "RECERTIFIED");
        assertThat(fields("us-ma-city-07", theirs, "level")).containsOnly("GOLD");
        assertThat(fields("us-ma-city-07", theirs, "supersedes"))
                .containsExactly(
                        null, fields("us-ma-city-07", theirs, "certificationId").get(0));
        assertThat(fields("uy-mo-montevideo", theirs, "level")).containsOnly("SILVER");
        assertThat(fields("uy-mo-montevideo", theirs, "subdivision")).containsOnly("UY-MO");
    }

    @Test
    void goesOnWhereItsGroupStopped() throws Exception {
        String group = "stranger-" + UUID.randomUUID();
        theirs(group);

        assertThat(theirs(group)).isEmpty();
    }

    /** A record, with its fields by name, as text and numbers. */
    private record Read(long offset, String key, Map<String, @Nullable Object> event) {}

    private static List<@Nullable Object> fields(String city, List<Read> all, String field) {
        List<@Nullable Object> found = new ArrayList<>();
        all.stream()
                .filter(read -> read.key().equals(city))
                .forEach(read -> found.add(read.event().get(field)));
        return found;
    }

    private static List<Read> theirs(String group) throws Exception {
        Map<String, String> environment = Map.of(
                "KAFKA_BROKERS", system.platform().kafka().bootstrapServers(),
                "SCHEMA_REGISTRY_URL", system.platform().registry().url(),
                "GROUP_ID", group);
        return subscriber.run(environment, "index.mjs", "--until-end").stream()
                .map(JsonMapper.shared()::readTree)
                .map(line ->
                        new Read(line.path("offset").asLong(), line.path("key").asString(), plain(line.path("event"))))
                .toList();
    }

    private static Map<String, @Nullable Object> plain(JsonNode event) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        event.properties().forEach(field -> {
            JsonNode value = field.getValue();
            Object text = value.isNull() ? null : value.asString();
            fields.put(field.getKey(), value.isNumber() ? (Object) value.asLong() : text);
        });
        fields.computeIfPresent(
                "occurredAt", (name, time) -> Instant.parse(time.toString()).toString());
        return fields;
    }

    private static List<Read> ours() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                system.platform().kafka().bootstrapServers(),
                "schema.registry.url",
                system.platform().registry().url(),
                "specific.avro.reader",
                "true",
                "isolation.level",
                "read_committed",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                AvroDeserializer.class);
        var partition = new TopicPartition(Topics.CERTIFICATION, 0);
        List<Read> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<String, CertificationEvent>(settings)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> all.add(plain(record)));
            }
        }
        return all;
    }

    private static Read plain(ConsumerRecord<String, CertificationEvent> record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        record.value().getSchema().getFields().forEach(field -> {
            Object value = record.value().get(field.pos());
            Object text = value == null ? null : value.toString();
            fields.put(field.name(), value instanceof Number number ? (Object) number.longValue() : text);
        });
        return new Read(record.offset(), record.key(), fields);
    }

    private static void certifyTwice(Api api, String account) {
        String body = """
                {"name": "%s", "country": "US", "subdivision": "US-MA",
                 "population": {"count": 50000, "year": 2020, "source": "invented"},
                 "contacts": [{"id": "%s", "name": "Lee Example", "email": "lee@%s.example", "role": "primary",
                   "language": "en"}]}""".formatted(ACCENTED, UUID.randomUUID(), account);
        var city = new InventedCity(system.running(), api, account);
        api.put(system.ports().intake(), "/api/cities/" + city.id(), "coordinator", body, Map.of())
                .orThrow();
        for (int version = 1; version <= 2; version++) {
            certify(city, version);
        }
    }

    /** A second submission is taken once intake has heard that the first one is decided. */
    private static void certify(InventedCity city, int version) {
        UUID submission = await().atMost(PATIENCE)
                .ignoreException(IllegalStateException.class)
                .until(() -> city.submit("cambridge-ma.json", Map.of()), sent -> true);
        String caseId = city.caseOf(submission);
        city.approve(system.ports().review(), caseId, "reviewer-1");
        city.approve(system.ports().review(), caseId, "reviewer-2");
        await().atMost(PATIENCE)
                .until(() -> fields(city.id(), ours(), "cityVersion").contains((long) version));
    }
}
