package org.citycertification.review.running;

import tools.jackson.databind.JsonNode;

/** An answer to a request. */
record Answer(int status, String etag, String text) {

    JsonNode json() {
        return RunningReview.JSON.readTree(text);
    }

    String problem() {
        return json().path("type").asString().replace("urn:certification:problem:", "");
    }
}
