package org.citycertification.http.idempotency;

import org.citycertification.http.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The refusals that have to do with the key. */
final class KeyProblems {

    private KeyProblems() {}

    static Problem missing() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "idempotency-key-missing",
                "Send the header Idempotency-Key with a random value of your own, such as a UUID, and the same value when you repeat this request.");
    }

    static Problem malformed() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "idempotency-key-malformed",
                "Idempotency-Key is one value of 1 to 255 visible ASCII characters, bare or in double quotes.");
    }

    static Problem otherBody() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another body. Send the first body again, or a new key for this one.");
    }

    static Problem stillAtWork() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "request-in-progress",
                        "The first request with this Idempotency-Key is still at work. Repeat this one shortly with the same key.")
                .header(HttpHeaders.RETRY_AFTER, "1");
    }
}
