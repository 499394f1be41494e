package org.citycertification.http.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Requests that would cost too much. */
class LimitTests {

    private static final int LIMIT = 256 * 1024;

    private final RunningThings things = RunningThings.SHARED;
    private final String token = things.tokens.of("ana", "city");

    @Test
    void acceptsABodyOfExactlyTheLimit() {
        assertThat(things.post("/api/things/tree", token, "[" + " ".repeat(LIMIT - 2) + "]")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesALongerBodyByItsAnnouncedLength() {
        var reply = things.post("/api/things/tree", token, "[" + " ".repeat(LIMIT - 1) + "]");
        assertThat(reply.problem()).isEqualTo("413 body-too-large");
        assertThat(reply.json().path("limitBytes").asInt()).isEqualTo(LIMIT);
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void refusesALongerBodyBeforeItHasCome() throws IOException {
        try (var socket = new Socket("localhost", things.port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void refusesALongerBodyThatComesInChunks() {
        byte[] body = ("[" + " ".repeat(LIMIT - 1) + "]").getBytes(StandardCharsets.US_ASCII);
        var reply = things.send(things.request("/api/things/tree", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertThat(reply.problem()).isEqualTo("413 body-too-large");
    }

    @Test
    void refusesDeepNesting() {
        assertThat(things.post("/api/things/tree", token, "[".repeat(32) + "]".repeat(32))
                        .status())
                .isEqualTo(200);
        assertThat(things.post("/api/things/tree", token, "[".repeat(33) + "]".repeat(33))
                        .problem())
                .isEqualTo("400 too-deeply-nested");
        assertThat(things.post("/api/things/tree", token, "{\"a\":".repeat(40_000))
                        .problem())
                .isEqualTo("400 too-deeply-nested");
    }

    @Test
    void refusesLongNumbersTextsAndNames() {
        assertThat(things.post("/api/things/tree", token, "[" + "9".repeat(65) + "]")
                        .problem())
                .isEqualTo("400 json-limit-exceeded");
        assertThat(things.post("/api/things/tree", token, "[\"" + "x".repeat(65_537) + "\"]")
                        .problem())
                .isEqualTo("400 json-limit-exceeded");
        assertThat(things.post("/api/things/tree", token, "{\"" + "x".repeat(5_000) + "\":1}")
                        .problem())
                .isEqualTo("400 json-limit-exceeded");
    }

    @Test
    void refusesAPackedBody() {
        var reply = things.send(things.request("/api/things", token)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("x")));
        assertThat(reply.problem()).isEqualTo("415 unsupported-content-encoding");
    }

    @Test
    void refusesALongHeader() {
        var reply = things.send(things.request("/api/things/me", token).header("X-Long", "x".repeat(20_000)));
        assertThat(reply.status()).isBetween(400, 431);
    }
}
