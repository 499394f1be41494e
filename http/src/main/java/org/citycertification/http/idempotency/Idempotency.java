package org.citycertification.http.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.limits.RequestBody;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a creating request once per {@code Idempotency-Key}. The key's row is written in the transaction of the work, so work and
 * key are kept together or not at all; a second request with the key waits for the first and gets its answer byte for byte.
 */
public final class Idempotency {

    /** The header that names the intended act. */
    public static final String HEADER = "Idempotency-Key";

    private final JdbcAnswers answers;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final IdempotencyProperties settings;

    Idempotency(JdbcAnswers answers, TransactionTemplate transaction, JsonMapper json, IdempotencyProperties settings) {
        this.answers = answers;
        this.transaction = transaction;
        this.json = json;
        this.settings = settings;
    }

    /**
     * Answers {@code request}: with the stored answer if its key was used before with the same body, else by doing
     * {@code work} in a transaction. An answer of {@code work} outside 200 to 299, or an exception, rolls the transaction back and is
     * not stored, so the same key may be tried again. Refused: no or a malformed key (400), another body (422), the
     * first request still at work after the wait (409 with {@code Retry-After}).
     *
     * @param work the use case and what it answers; transactions inside join this one
     */
    public ResponseEntity<?> answer(
            Caller caller, HttpServletRequest request, Supplier<? extends ResponseEntity<?>> work) {
        List<String> headers = Collections.list(request.getHeaders(HEADER));
        if (headers.size() != 1) {
            return (headers.isEmpty() ? KeyProblems.missing() : KeyProblems.malformed()).response();
        }
        return answer(caller, request, headers.get(0), hashOf(request), work);
    }

    /**
     * The same for a request that carries its key elsewhere, as a form of a page does.
     *
     * @param bodyHash 32 bytes that stand for what was asked for
     */
    public ResponseEntity<?> answer(
            Caller caller,
            HttpServletRequest request,
            String givenKey,
            byte[] bodyHash,
            Supplier<? extends ResponseEntity<?>> work) {
        var key = IdempotencyKey.parse(givenKey);
        if (key.isEmpty()) {
            return KeyProblems.malformed().response();
        }
        var scope = new RequestScope(
                caller.issuer(), caller.subject(), request.getMethod(), request.getRequestURI(), key.get());
        return answer(scope, bodyHash, work);
    }

    private ResponseEntity<?> answer(
            RequestScope scope, byte[] requestHash, Supplier<? extends ResponseEntity<?>> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!claimed(scope, requestHash)) {
                return replayed(scope, requestHash);
            }
            ResponseEntity<?> answer = work.get();
            if (!answer.getStatusCode().is2xxSuccessful()) {
                status.setRollbackOnly();
                return answer;
            }
            StoredAnswer stored = stored(answer);
            answers.store(scope, stored);
            return stored.response(false);
        }));
    }

    private boolean claimed(RequestScope scope, byte[] requestHash) {
        try {
            return answers.claim(scope, requestHash, settings.waitForFirst());
        } catch (CannotAcquireLockException stillAtWork) {
            throw KeyProblems.stillAtWork().refused();
        }
    }

    private ResponseEntity<?> replayed(RequestScope scope, byte[] requestHash) {
        return answers.find(scope)
                .<ResponseEntity<?>>map(found -> MessageDigest.isEqual(found.requestHash(), requestHash)
                        ? found.answer().response(true)
                        : KeyProblems.otherBody().response())
                .orElseGet(() -> KeyProblems.stillAtWork().response());
    }

    private StoredAnswer stored(ResponseEntity<?> answer) {
        HttpHeaders headers = answer.getHeaders();
        Object body = answer.getBody();
        byte[] bytes = body == null ? new byte[0] : body instanceof byte[] raw ? raw : json.writeValueAsBytes(body);
        MediaType type = headers.getContentType();
        String contentType = type != null ? type.toString() : body == null ? null : MediaType.APPLICATION_JSON_VALUE;
        return new StoredAnswer(
                answer.getStatusCode().value(),
                headers.getFirst(HttpHeaders.LOCATION),
                headers.getFirst(HttpHeaders.ETAG),
                contentType,
                bytes);
    }

    private static byte[] hashOf(HttpServletRequest request) {
        try {
            return RequestBody.sha256(request);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
