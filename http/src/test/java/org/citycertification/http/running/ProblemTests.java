package org.citycertification.http.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.citycertification.http.running.RunningThings.Reply;
import org.junit.jupiter.api.Test;

/** What callers read when a request is refused. */
class ProblemTests {

    private final RunningThings things = RunningThings.SHARED;
    private final String token = things.tokens.of("ana", "city");

    @Test
    void acceptsAGoodBody() {
        assertThat(
                        post("{\"name\":\"a\",\"colour\":\"RED\",\"madeOn\":\"2026-01-31\",\"parts\":[{\"label\":\"x\",\"size\":1}]}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void namesEachPlaceThatBreaksARule() {
        var reply = post("{\"name\":\" \",\"parts\":[{\"label\":\"ok\",\"size\":1},{\"label\":\"\",\"size\":11}]}");
        assertThat(reply.problem()).isEqualTo("400 invalid-request");
        assertThat(reply.json().path("errors"))
                .extracting(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .containsExactlyInAnyOrder("/name not-blank", "/parts/1/label not-blank", "/parts/1/size max");
        assertThat(reply.text("/errors/0/message")).isNotEmpty();
    }

    @Test
    void saysWhichFieldsAreKnown() {
        var reply = post("{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"size\":1,\"colr\":2}]}");
        assertThat(reply.problem()).isEqualTo("400 unknown-field");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo("/parts/0/colr");
        assertThat(reply.text("/errors/0/message")).isEqualTo("Known here: label, size.");
    }

    @Test
    void saysWhereABodyStopsBeingJson() {
        var reply = post("{\"name\":\"a\",\n \"parts\":]}");
        assertThat(reply.problem()).isEqualTo("400 malformed-json");
        assertThat(reply.text("/detail")).contains("line 2, column");
        assertThat(post("{\"name\":\"a\"").problem()).isEqualTo("400 malformed-json");
        assertThat(post("{\"name\":\"a\",\"parts\":[]} x").problem()).isEqualTo("400 malformed-json");
    }

    @Test
    void refusesAFieldGivenTwice() {
        assertThat(post("{\"name\":\"a\",\"name\":\"b\",\"parts\":[]}").problem())
                .isEqualTo("400 duplicate-field");
    }

    @Test
    void refusesValuesOfAnotherKindAndSaysWhich() {
        wrongType("{\"name\":\"a\",\"parts\":{}}", "/parts", "Expected an array.");
        wrongType("{\"name\":\"a\",\"colour\":\"BLUE\",\"parts\":[]}", "/colour", "Expected one of RED, GREEN.");
        wrongType(
                "{\"name\":\"a\",\"madeOn\":\"31.1.2026\",\"parts\":[]}",
                "/madeOn",
                "Expected a date such as 2026-01-31.");
        wrongType(
                "{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"size\":\"1\"}]}", "/parts/0/size", "Expected a number.");
        wrongType("{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"size\":1.5}]}", "/parts/0/size", "Expected a number.");
        wrongType(
                "{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"size\":null}]}", "/parts/0/size", "Expected a number.");
        wrongType("{\"name\":{},\"parts\":[]}", "/name", "Expected a text.");
        wrongType("{\"name\":17,\"parts\":[]}", "/name", "Expected a text.");
        wrongType("[]", "", "Expected an object.");
    }

    @Test
    void asksForABody() {
        assertThat(post("").problem()).isEqualTo("400 missing-body");
    }

    @Test
    void asksForAMissingHeaderOrParameter() {
        var header = things.get("/api/things/needs?size=1", token);
        assertThat(header.problem()).isEqualTo("400 missing-header");
        assertThat(header.text("/detail")).contains("X-Colour");
        var parameter = things.send(things.request("/api/things/needs", token).header("X-Colour", "red"));
        assertThat(parameter.problem()).isEqualTo("400 invalid-request");
        assertThat(parameter.text("/errors/0/pointer")).isEqualTo("/size");
        var wrong =
                things.send(things.request("/api/things/needs?size=big", token).header("X-Colour", "red"));
        assertThat(wrong.text("/errors/0/code")).isEqualTo("wrong-type");
    }

    @Test
    void refusesOtherMediaTypesAndMethods() {
        var media = things.send(things.request("/api/things", token)
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString("<a/>")));
        assertThat(media.problem()).isEqualTo("415 unsupported-media-type");
        assertThat(media.text("/detail")).contains("application/json");
        var none = things.send(things.request("/api/things", token).POST(BodyPublishers.ofString("{}")));
        assertThat(none.problem()).isEqualTo("415 unsupported-media-type");
        var method = things.send(things.request("/api/things/me", token).DELETE());
        assertThat(method.problem()).isEqualTo("405 method-not-allowed");
        assertThat(method.header("Allow")).contains("GET");
        var accept = things.send(things.request("/api/things/me", token)
                .header("Accept", "text/csv")
                .GET());
        assertThat(accept.problem()).isEqualTo("406 not-acceptable");
    }

    @Test
    void answersAnUnknownPathAndAThingThatIsNotThere() {
        assertThat(things.get("/api/things/a/b/c", token).problem()).isEqualTo("404 not-found");
        var reply = things.get("/api/things/00000000-0000-0000-0000-000000000001", token);
        assertThat(reply.problem()).isEqualTo("404 no-such-thing");
        assertThat(reply.text("/title")).isEqualTo("No such thing");
        assertThat(things.get("/api/things/17", token).problem()).isEqualTo("400 invalid-request");
    }

    @Test
    void answersAProblemThatAControllerReturns() {
        var reply = things.get("/api/things/returned", token);
        assertThat(reply.problem()).isEqualTo("409 already-open");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo("/name");
        assertThat(reply.text("/existing")).isEqualTo("/api/things/1");
        assertThat(reply.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void tellsNothingOfItsInsideWhenItFails() {
        var reply = things.get("/api/things/bug", token);
        assertThat(reply.problem()).isEqualTo("500 internal-error");
        assertThat(reply.body()).doesNotContain("vault").doesNotContain("Exception");
        assertThat(reply.text("/traceId")).matches("[0-9a-f]{32}");
    }

    @Test
    void answersALostRaceWithAConflict() {
        var reply = things.get("/api/things/duplicate", token);
        assertThat(reply.problem()).isEqualTo("409 data-conflict");
        assertThat(reply.body()).doesNotContain("pkey");
    }

    @Test
    void answersWhatTheContainerRefuses() {
        var reply = things.get("/api/things/a;b=c", token);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("400 invalid-request");
    }

    private void wrongType(String body, String pointer, String message) {
        var reply = post(body);
        assertThat(reply.problem()).as(body).isEqualTo("400 wrong-type");
        assertThat(reply.text("/errors/0/pointer")).as(body).isEqualTo(pointer);
        assertThat(reply.text("/errors/0/message")).as(body).isEqualTo(message);
    }

    private Reply post(String body) {
        return things.post("/api/things", token, body);
    }
}
