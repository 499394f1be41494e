package org.citycertification.http.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A refusal or failure as its reader gets it (RFC 9457). A value: build it, then either return {@link #response()} from a
 * controller or throw {@link #refused()}; both end in the same document.
 *
 * @param status 4xx or 5xx
 * @param type kebab-case name of the kind of problem, stable for programs; sent as {@code urn:certification:problem:<type>}
 * @param detail one or two sentences for a person: what is wrong with this request and what to do
 * @param errors the places in the request that are wrong, in the order found
 * @param facts further members of the document, such as {@code currentEtag}
 * @param headers response headers that go with it, such as {@code Retry-After}
 */
public record Problem(
        HttpStatus status,
        String type,
        String detail,
        List<ProblemError> errors,
        Map<String, Object> facts,
        Map<String, String> headers) {

    public Problem {
        if (!status.isError()) {
            throw new IllegalArgumentException("A problem has a 4xx or 5xx status but " + status + " was given");
        }
        if (!type.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("A problem type is kebab-case but '" + type + "' was given");
        }
        errors = List.copyOf(errors);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A problem without places, facts or headers. */
    public static Problem of(HttpStatus status, String type, String detail) {
        return new Problem(status, type, detail, List.of(), Map.of(), Map.of());
    }

    /**
     * Adds a place that is wrong.
     *
     * @param pointer JSON pointer into the request's body ({@code /answers/0/met}); for a query parameter its name after a
     *     slash; empty for the request as a whole
     * @param code kebab-case, stable for programs
     * @param message one sentence for a person
     */
    public Problem error(String pointer, String code, String message) {
        var more = new ArrayList<>(errors);
        more.add(new ProblemError(pointer, code, message));
        return new Problem(status, type, detail, more, facts, headers);
    }

    /** Adds a member to the document; {@code value} must be something JSON can say. */
    public Problem fact(String name, Object value) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Problem(status, type, detail, errors, more, headers);
    }

    /** Adds a response header; line breaks are refused. */
    public Problem header(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The value of header " + name + " holds a control character");
        }
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, type, detail, errors, facts, more);
    }

    /** What a controller returns. */
    public ResponseEntity<Problem> response() {
        var response = ResponseEntity.status(status).contentType(ProblemDocument.MEDIA_TYPE);
        headers.forEach(response::header);
        return response.body(this);
    }

    /** What a controller throws where returning is awkward, for example inside a lambda. */
    public Refused refused() {
        return new Refused(this);
    }
}
