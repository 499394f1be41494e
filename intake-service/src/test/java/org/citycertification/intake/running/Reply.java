package org.citycertification.intake.running;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer over HTTP. */
record Reply(int status, HttpResponse<String> raw) {
    static final JsonMapper JSON = new JsonMapper();

    String body() {
        return raw.body();
    }

    JsonNode json() {
        return JSON.readTree(raw.body());
    }

    String header(String name) {
        return raw.headers().firstValue(name).orElse("");
    }

    /** The text at a JSON pointer. */
    String at(String pointer) {
        return json().at(pointer).asString();
    }

    /** Code at a pointer for each error of a problem: {@code <pointer> <code>}. */
    java.util.List<String> errors() {
        return json().path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
