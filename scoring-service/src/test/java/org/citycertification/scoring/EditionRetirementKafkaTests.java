package org.citycertification.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citycertification.scoring.EditionApi.draft;
import static org.citycertification.scoring.EditionApi.get;
import static org.citycertification.scoring.EditionApi.json;
import static org.citycertification.scoring.EditionApi.put;
import static org.citycertification.scoring.EditionApi.retire;
import static org.citycertification.scoring.EditionApi.send;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances of the service: a coordinator takes editions out of use. */
class EditionRetirementKafkaTests {

    private static final String WHY = "Replaced by a corrected edition.";
    private static final int WIRE_PREFIX = 5;

    private static ScoringPlatform.Instance one;
    private static ScoringPlatform.Instance other;

    @BeforeAll
    static void start() {
        one = ScoringPlatform.start(EditionApi.trust());
        other = ScoringPlatform.start(EditionApi.trust());
        for (var instance : List.of(one, other)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(
                                    get(instance, "/api/editions/2022-r1").statusCode())
                            .isEqualTo(200));
        }
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void isToldOnceAndForEver() throws Exception {
        publish("retired-1");

        var first = retire(one, "retired-1", WHY);
        var again = retire(other, "retired-1", "  " + WHY);
        var otherwise = retire(one, "retired-1", "Another reason.");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(json(first).at("/retired/reason").asString()).isEqualTo(WHY);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(otherwise.statusCode()).isEqualTo(409);
        assertThat(json(otherwise).at("/retired/reason").asString()).isEqualTo(WHY);
        assertThat(events("retired-1")).hasSize(2);
    }

    @Test
    void isShownByEveryInstanceWithoutARestart() throws Exception {
        publish("retired-2");
        var before = get(one, "/api/editions/retired-2");

        retire(one, "retired-2", WHY);

        for (var instance : List.of(one, other)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(json(get(instance, "/api/editions/retired-2"))
                                    .at("/retired/reason")
                                    .asString(""))
                            .isEqualTo(WHY));
            var edition = get(instance, "/api/editions/retired-2");
            assertThat(json(edition).at("/contentHash")).isEqualTo(json(before).at("/contentHash"));
            assertThat(json(edition).at("/retired/actor").isMissingNode()).isTrue();
            assertThat(edition.headers().firstValue("ETag"))
                    .isNotEqualTo(before.headers().firstValue("ETag"));
            assertThat(json(get(instance, "/api/editions")).findValuesAsString("reason"))
                    .contains(WHY);
            assertThat(get(instance, "/editions/retired-2?lang=en").body())
                    .contains("Retired since ", WHY, "New submissions have to name another edition");
            assertThat(get(instance, "/editions?lang=es").body()).contains("Retirada desde el ", WHY);
        }
    }

    @Test
    void repeatsTheEditionForReadersThatKnowNothingOfIt() throws Exception {
        publish("retired-3");
        retire(one, "retired-3", WHY);
        var events = events("retired-3");
        var old = new Schema.Parser()
                .parse(Files.readString(Path.of("../schemas/src/test/released/scoring.edition.public.v1/2.avsc")));

        assertThat(events).extracting(EditionEvent::getVersion).containsExactly(1L, 2L);
        assertThat(events.get(1).getPublished()).isEqualTo(events.get(0).getPublished());
        assertThat(events.get(1).getEventId()).isNotEqualTo(events.get(0).getEventId());
        assertThat(events.get(1).getRetired().getActor()).isEqualTo("person-anna");
        var seen = readWith(old, last("retired-3"));
        assertThat(seen.get("published"))
                .hasToString(events.get(0).getPublished().toString());
    }

    @Test
    void cannotBePublishedAnewNorDeleted() throws Exception {
        publish("retired-4");
        retire(one, "retired-4", WHY);

        var same = put(other, "retired-4", draft("retired-4"));
        var changed = put(other, "retired-4", draft("retired-4").replace("percent: 51", "percent: 52"));
        var deleted = send(one, "DELETE", "/api/editions/retired-4", "coordinator", "application/json", "");

        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(json(same).at("/retired/reason").asString()).isEqualTo(WHY);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(deleted.statusCode()).isIn(403, 405);
        assertThat(events("retired-4")).hasSize(2);
    }

    @Test
    void isForCoordinatorsAndPublishedEditions() throws Exception {
        publish("retired-5");

        for (var role : List.of("city", "reviewer", "auditor")) {
            assertThat(send(
                                    one,
                                    "POST",
                                    "/api/editions/retired-5/retirement",
                                    role,
                                    "application/json",
                                    "{\"reason\": \"No.\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(retire(one, "1999-r9", WHY).statusCode()).isEqualTo(404);
        assertThat(retire(one, "NO%20SUCH", WHY).statusCode()).isEqualTo(404);
        assertThat(events("retired-5")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "bell\u0007"})
    void needsAReasonThatCanBeRead(String reason) throws Exception {
        publish("retired-6");

        var refused = retire(one, "retired-6", reason);
        var long500 = retire(one, "retired-6", "x".repeat(501));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/reason");
        assertThat(long500.statusCode()).isEqualTo(422);
        assertThat(events("retired-6")).hasSize(1);
    }

    private static void publish(String edition) throws Exception {
        var published = put(one, edition, draft(edition));
        assertThat(published.statusCode()).as(published.body()).isIn(200, 201);
    }

    private static List<EditionEvent> events(String edition) {
        var wire = ScoringPlatform.wire();
        return ScoringPlatform.all(Topics.EDITION).stream()
                .filter(record -> ScoringPlatform.key(record).equals(edition))
                .map(record -> wire.decode(record.value(), EditionEvent.class))
                .toList();
    }

    private static byte[] last(String edition) {
        return ScoringPlatform.all(Topics.EDITION).stream()
                .filter(record -> ScoringPlatform.key(record).equals(edition))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .value();
    }

    private static GenericRecord readWith(Schema reader, byte[] value) throws Exception {
        var bytes = DecoderFactory.get().binaryDecoder(value, WIRE_PREFIX, value.length - WIRE_PREFIX, null);
        return new GenericDatumReader<GenericRecord>(EditionEvent.getClassSchema(), reader).read(null, bytes);
    }
}
