package org.citycertification.http.idempotency;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A successful answer as it is kept and given again.
 *
 * @param status 200 to 299
 * @param body the bytes that were sent, possibly none
 */
record StoredAnswer(
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String contentType,
        byte[] body) {

    ResponseEntity<byte[]> response(boolean replayed) {
        var response = ResponseEntity.status(status);
        header(response, HttpHeaders.LOCATION, location);
        header(response, HttpHeaders.ETAG, etag);
        header(response, HttpHeaders.CONTENT_TYPE, contentType);
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        return body.length == 0 ? response.build() : response.body(body);
    }

    private static void header(ResponseEntity.BodyBuilder response, String name, @Nullable String value) {
        if (value != null) {
            response.header(name, value);
        }
    }
}
