package org.citycertification.http.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body, from what the parser or the binding reports; never repeats the body. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JacksonException cause) {
        if (cause instanceof StreamConstraintsException limit) {
            return overLimit(limit);
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown);
        }
        if (cause instanceof InputCoercionException || cause instanceof MismatchedInputException) {
            return wrongType(cause);
        }
        if (cause instanceof StreamReadException malformed) {
            return malformed(malformed);
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "The body does not fit what is expected here.")
                .error(JsonPointers.ofReferences(cause.getPath()), "invalid", "This value is not accepted.");
    }

    private static Problem overLimit(StreamConstraintsException limit) {
        String reason = Objects.requireNonNullElse(limit.getOriginalMessage(), "");
        if (reason.contains("nesting")) {
            return Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "too-deeply-nested",
                    "The body nests objects and arrays deeper than allowed.");
        }
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "json-limit-exceeded",
                "The body holds a text, a number, a field name or a count of values beyond what is allowed.");
    }

    private static Problem unknownField(UnrecognizedPropertyException unknown) {
        Collection<Object> known = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of());
        String names = known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        return Problem.of(HttpStatus.BAD_REQUEST, "unknown-field", "The body has a field that is not known here.")
                .error(
                        JsonPointers.ofReferences(unknown.getPath()),
                        "unknown-field",
                        names.isEmpty() ? "No field is known here." : "Known here: " + names + ".");
    }

    private static Problem wrongType(JacksonException cause) {
        return Problem.of(
                        HttpStatus.BAD_REQUEST, "wrong-type", "A value in the body is not of the kind expected there.")
                .error(JsonPointers.ofReferences(cause.getPath()), "wrong-type", expectation(cause));
    }

    private static String expectation(JacksonException cause) {
        Class<?> target = cause instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return target == null ? "This value is not accepted." : "Expected " + kind(target) + ".";
    }

    private static String kind(Class<?> target) {
        if (target.isEnum()) {
            return "one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true or false";
        }
        if (target.isPrimitive() || Number.class.isAssignableFrom(target)) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(target) || target.isArray()) {
            return "an array";
        }
        return switch (target.getSimpleName()) {
            case "String" -> "a text";
            case "UUID" -> "a UUID";
            case "LocalDate" -> "a date such as 2026-01-31";
            case "Instant", "OffsetDateTime" -> "a time such as 2026-01-31T12:00:00Z";
            default -> "an object";
        };
    }

    private static Problem malformed(StreamReadException cause) {
        String reason = Objects.requireNonNullElse(cause.getOriginalMessage(), "");
        if (reason.startsWith("Duplicate")) {
            return Problem.of(HttpStatus.BAD_REQUEST, "duplicate-field", "A field is given twice" + place(cause) + ".");
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "The body is not JSON" + place(cause) + ".");
    }

    private static String place(JacksonException cause) {
        var location = cause.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
