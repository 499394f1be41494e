package org.citycertification.intake.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.junit.jupiter.api.Test;

class CityEndpointTests {
    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void recordsACityOnceAndChangesItOnlyForWhoHasSeenIt() {
        String path = "/api/cities/us-ma-recorded";
        var city = Bodies.city();

        Reply added = put(path, city);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(path);
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        assertThat(put(path, city).status()).isEqualTo(200);

        city.with("name", "Villa Inventada");
        Reply unconditional = put(path, city);
        assertThat(unconditional.status()).isEqualTo(428);
        assertThat(unconditional.header("ETag")).isEqualTo("\"1\"");
        assertThat(put(path, city, "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(put(path, city, "If-Match", "not quoted").status()).isEqualTo(400);
        Reply changed = put(path, city, "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");

        Reply read = intake.get(path, intake.coordinator());
        assertThat(read.header("ETag")).isEqualTo("\"2\"");
        assertThat(read.at("/name")).isEqualTo("Villa Inventada");
        assertThat(read.at("/contacts/0/email")).isEqualTo("ana@ciudad.example");
        assertThat(read.json().at("/population/count").asInt()).isEqualTo(118_403);
    }

    @Test
    void refusesAChangeOfACityThatIsNotRecorded() {
        assertThat(put("/api/cities/us-ma-absent", Bodies.city(), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(intake.get("/api/cities/us-ma-absent", intake.coordinator()).status())
                .isEqualTo(404);
    }

    @Test
    void tellsOfEachContactAsOftenAsItChanges() {
        String path = "/api/cities/us-ma-contacts";
        UUID ana = UUID.randomUUID();
        UUID luis = UUID.randomUUID();
        var city = Bodies.city().with("contacts", List.of(Bodies.contact(ana, "Ana"), Bodies.contact(luis, "Luis")));
        put(path, city);

        put(
                path,
                city.with("contacts", List.of(Bodies.contact(luis, "Luis"), Bodies.contact(ana, "Ana María"))),
                "If-Match",
                "\"1\"");
        put(path, city.with("contacts", List.of(Bodies.contact(luis, "Luis"))), "If-Match", "\"2\"");
        put(
                path,
                city.with("contacts", List.of(Bodies.contact(luis, "Luis"), Bodies.contact(ana, "Ana"))),
                "If-Match",
                "\"3\"");

        var aboutAna = intake.kafka.await(Topics.CONTACT, ana.toString(), 4);
        assertThat(aboutAna).hasSize(4);
        assertThat(aboutAna.get(2).value()).isNull();
        assertThat(contact(aboutAna.get(0)).getVersion()).isEqualTo(1);
        assertThat(contact(aboutAna.get(1)).getVersion()).isEqualTo(2);
        assertThat(contact(aboutAna.get(1)).getRecorded().getName()).isEqualTo("Ana María");
        assertThat(contact(aboutAna.get(3)).getVersion()).isEqualTo(3);
        assertThat(contact(aboutAna.get(3)).getRecorded().getCityId()).isEqualTo("us-ma-contacts");
        assertThat(intake.kafka.all(Topics.CONTACT, luis.toString())).hasSize(1);
        assertThat(intake.get(path, intake.coordinator())
                        .json()
                        .path("contacts")
                        .valueStream()
                        .map(contact -> contact.path("name").asString()))
                .containsExactly("Luis", "Ana");
    }

    @Test
    void forgetsARemovedPersonInTheDatabase() {
        String path = "/api/cities/us-ma-forgotten";
        UUID ana = UUID.randomUUID();
        put(path, Bodies.city().with("contacts", List.of(Bodies.contact(ana, "Ana"))));

        put(path, Bodies.city().with("contacts", List.of()), "If-Match", "\"1\"");

        assertThat(intake.owner()
                        .sql("select coalesce(name, '') || coalesce(email, '') from contact where contact_id = :id")
                        .param("id", ana)
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void refusesAContactOfAnotherCity() {
        UUID ana = UUID.randomUUID();
        put("/api/cities/us-ma-one", Bodies.city().with("contacts", List.of(Bodies.contact(ana, "Ana"))));

        Reply refused = put(
                "/api/cities/us-ma-two",
                Bodies.city()
                        .with(
                                "contacts",
                                List.of(Bodies.contact(UUID.randomUUID(), "Luis"), Bodies.contact(ana, "Ana"))));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errors()).containsExactly("/contacts/1/id foreign-contact");
    }

    @Test
    void namesEverythingThatIsWrong() {
        Reply refused = put(
                "/api/cities/us-ma-wrong",
                Bodies.city()
                        .with("country", "XX")
                        .with("population", Bodies.population(0))
                        .without("name"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.at("/type")).isEqualTo("urn:certification:problem:invalid-city");
        assertThat(refused.errors())
                .containsExactly(
                        "/name required",
                        "/country not-a-country",
                        "/subdivision other-country",
                        "/population/count out-of-range");
        assertThat(put("/api/cities/US-MA", Bodies.city()).errors()).containsExactly(" malformed-city-id");
        assertThat(put("/api/cities/us-ma-field", Bodies.city().with("mayor", "Ana"))
                        .errors())
                .containsExactly("/mayor unknown-field");
    }

    @Test
    void recordsACityOnceHoweverManyTryAtOnce() throws Exception {
        String body = Bodies.city().toString();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var replies = pool.invokeAll(java.util.Collections.<java.util.concurrent.Callable<Reply>>nCopies(
                    8, () -> intake.put("/api/cities/us-ma-raced", intake.coordinator(), body)));
            var statuses = new java.util.ArrayList<Integer>();
            for (var reply : replies) {
                statuses.add(reply.get().status());
            }
            assertThat(statuses).containsOnly(201, 200).containsOnlyOnce(201);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void showsACityItsOwnRecordOnly() {
        intake.recorded("us-ma-own");
        intake.recorded("us-ma-others");
        String token = intake.city("us-ma-own");

        assertThat(intake.get("/api/cities/us-ma-own", token).status()).isEqualTo(200);
        Reply others = intake.get("/api/cities/us-ma-others", token);
        assertThat(others.status()).isEqualTo(404);
        assertThat(others.body().replace("others", "nowhere"))
                .isEqualTo(intake.get("/api/cities/us-ma-nowhere", token).body());
    }

    private ContactEvent contact(org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]> record) {
        return intake.kafka.decode(record, ContactEvent.class);
    }

    private Reply put(String path, Bodies.City city, String... headers) {
        return intake.put(path, intake.coordinator(), city.toString(), headers);
    }
}
