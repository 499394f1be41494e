package org.citycertification.intake.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.citycertification.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionRefusalTests {
    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void refusesACityThatIsTooSmallAndSaysSo() {
        Reply refused = postFrom("us-ma-small", Bodies.city().with("population", Bodies.population(29_999)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/type")).isEqualTo("urn:certification:problem:not-eligible");
        assertThat(refused.errors()).containsExactly(" minimum-population");
        assertThat(refused.at("/rules/0/rule")).isEqualTo("minimum-population");
        assertThat(refused.at("/rules/0/required")).isEqualTo("30000 or more");
        assertThat(refused.at("/rules/0/recorded")).isEqualTo("29999");
        assertThat(count("us-ma-small")).isZero();
    }

    @Test
    void takesACityThatIsJustLargeEnough() {
        assertThat(postFrom("us-ma-enough", Bodies.city().with("population", Bodies.population(30_000)))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void refusesACityOutsideTheAmericasAndSaysSo() {
        Reply refused =
                postFrom("pt-11-lisboa", Bodies.city().with("country", "PT").with("subdivision", "PT-11"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/rules/0/rule")).isEqualTo("country");
        assertThat(refused.at("/rules/0/recorded")).isEqualTo("PT");
        assertThat(refused.at("/rules/0/required")).isEqualTo("MX US UY");
    }

    @Test
    void refusesACityThatNobodyRecorded() {
        Reply refused = intake.post(intake.city("us-ma-unrecorded"), "unrecorded", Bodies.ANSWERS);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/type")).isEqualTo("urn:certification:problem:unknown-city");
        assertThat(refused.at("/cityId")).isEqualTo("us-ma-unrecorded");
    }

    @Test
    void refusesAnEditionThatIsNotPublished() {
        String token = intake.city(intake.recorded("us-ma-edition"));

        Reply refused = intake.post(token, "edition", Bodies.ANSWERS.replace("2022-r1", "2031-r9"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("/editionId unknown-edition");
        assertThat(intake.post(token, "edition-2", "{\"answers\":[]}").errors()).containsExactly("/editionId required");
    }

    @Test
    void takesAnEditionAsSoonAsItIsPublished() {
        String token = intake.city(intake.recorded("us-ma-fresh"));
        intake.kafka.publish(EditionEvents.edition("2026-fresh"));

        assertThat(intake.post(token, "fresh", Bodies.ANSWERS.replace("2022-r1", "2026-fresh"))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void collectsEverythingThatIsWrongWithTheAnswers() {
        String token = intake.city(intake.recorded("us-ma-flawed"));

        Reply refused = intake.post(token, "flawed", """
                {"editionId":"2022-r1","answers":[
                  {"criterion":"XX1","met":true},
                  {"criterion":"DM1","met":true,"checklist":["DM1.z","DM1.a","DM1.a"]},
                  {"criterion":"DM1","met":true,"evidence":[{"kind":"policy","label":"A"}]},
                  {"criterion":"DM2","met":true,
                   "evidence":[{"kind":"policy","label":"A","link":"javascript:alert(1)","date":"soon"}]}]}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/type")).isEqualTo("urn:certification:problem:invalid-assessment");
        assertThat(refused.errors())
                .containsExactly(
                        "/answers/0/criterion unknown-criterion",
                        "/answers/1/checklist/0 unknown-checklist-item",
                        "/answers/1/checklist/2 duplicate-checklist-item",
                        "/answers/2/criterion duplicate-criterion",
                        "/answers/2/evidence/0/link evidence-without-link",
                        "/answers/3/evidence/0/link not-a-web-address",
                        "/answers/3/evidence/0/date not-a-date");
        assertThat(count("us-ma-flawed")).isZero();
    }

    @Test
    void refusesASecondOpenSubmissionAndShowsTheFirst() {
        String city = intake.recorded("us-ma-second");
        Reply first = intake.post(intake.city(city), "second-1", Bodies.ANSWERS);

        Reply second = intake.post(intake.city(city), "second-2", Bodies.ANSWERS);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/type")).isEqualTo("urn:certification:problem:submission-open");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.at("/openSubmission")).isEqualTo(first.header("Location"));
    }

    @Test
    void answersARefusedRequestAnewWithTheSameKey() {
        String city = intake.recorded("us-ma-retry");
        String token = intake.city(city);
        assertThat(intake.post(token, "retry", Bodies.ANSWERS.replace("DM1", "XX1"))
                        .status())
                .isEqualTo(422);

        assertThat(intake.post(token, "retry", Bodies.ANSWERS).status()).isEqualTo(202);
    }

    @Test
    void refusesAKeyThatWasUsedForOtherAnswers() {
        String token = intake.city(intake.recorded("us-ma-otherbody"));
        assertThat(intake.post(token, "otherbody", Bodies.ANSWERS).status()).isEqualTo(202);

        assertThat(intake.post(token, "otherbody", Bodies.ANSWERS.replace("council", "mayor"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void asksForAKey() {
        String token = intake.city(intake.recorded("us-ma-keyless"));
        var request = intake.request(intake.address + "/api/submissions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Bodies.ANSWERS));

        Reply refused = intake.send(request, token);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"editionId":"2022-r1","answers":[],"cityId":"us-ma-other"}                  | 400 | unknown-field
            {"editionId":"2022-r1","answers":[{"criterion":"DM1","met":"true"}]}         | 400 | wrong-type
            {"editionId":"2022-r1","answers":[{"criterion":"DM1","met":true,"met":false}]} | 400 | duplicate-field
            {"editionId":"2022-r1"                                                       | 400 | malformed-json
            null                                                                         | 400 | missing-body""")
    void refusesBodiesThatAreNotWhatIsAskedFor(String body, int status, String type) {
        Reply refused = intake.post(intake.city("us-ma-bodies"), "bodies", body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.body()).contains(type);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        String body = Bodies.ANSWERS.replace("Approved", "a".repeat(300_000));

        assertThat(intake.post(intake.city("us-ma-bodies"), "large", body).status())
                .isEqualTo(413);
    }

    @Test
    void refusesABodyThatIsNestedTooDeeply() {
        String body = "{\"editionId\":" + "[".repeat(1000) + "]".repeat(1000) + "}";

        Reply refused = intake.post(intake.city("us-ma-bodies"), "deep", body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    }

    @Test
    void refusesOtherMediaTypes() {
        var request = intake.request(intake.address + "/api/submissions")
                .header("Content-Type", "text/plain")
                .header("Idempotency-Key", "media")
                .POST(BodyPublishers.ofString(Bodies.ANSWERS));

        assertThat(intake.send(request, intake.city("us-ma-bodies")).status()).isEqualTo(415);
    }

    @Test
    void hidesSubmissionsOfOtherCities() {
        String owner = intake.recorded("us-ma-hidden");
        String other = intake.recorded("us-ma-curious");
        String location =
                intake.post(intake.city(owner), "hidden", Bodies.ANSWERS).header("Location");

        assertThat(intake.get(location, intake.city(owner)).status()).isEqualTo(200);
        Reply hidden = intake.get(location, intake.city(other));
        Reply absent = intake.get("/api/submissions/" + UUID.randomUUID(), intake.city(other));
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.at("/detail")).isEqualTo(absent.at("/detail"));
        assertThat(intake.get(location + "/assessment", intake.city(other)).status())
                .isEqualTo(404);
        assertThat(intake.get("/api/submissions", intake.city(other)).json().path("items"))
                .isEmpty();
        assertThat(intake.get(location, intake.coordinator()).status()).isEqualTo(200);
        assertThat(intake.get(location, intake.tokens.of("adele", "auditor")).status())
                .isEqualTo(200);
    }

    private Reply postFrom(String city, Bodies.City record) {
        Reply recorded = intake.put("/api/cities/" + city, intake.coordinator(), record.toString());
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        return intake.post(intake.city(city), city, Bodies.ANSWERS);
    }

    private int count(String city) {
        return intake.owner()
                .sql("""
                        select (select count(*) from submission where city_id = :city)
                          + (select count(*) from outbox where topic = :topic and convert_from(payload, 'LATIN1') like '%' || :city || '%')""")
                .param("city", city)
                .param("topic", Topics.SUBMISSION)
                .query(Integer.class)
                .single();
    }
}
