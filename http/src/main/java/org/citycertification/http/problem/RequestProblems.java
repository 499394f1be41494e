package org.citycertification.http.problem;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Says what is wrong with a request, from what Spring MVC reports before or while calling a controller. */
final class RequestProblems {

    private RequestProblems() {}

    static Problem of(Exception cause, HttpStatusCode status) {
        if (cause instanceof MethodArgumentNotValidException invalid) {
            return invalidFields(invalid.getBindingResult());
        }
        if (cause instanceof HandlerMethodValidationException invalid) {
            return invalidParameters(invalid);
        }
        if (cause instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        }
        if (cause instanceof MissingRequestHeaderException missing) {
            String name = missing.getHeaderName();
            return Problem.of(HttpStatus.BAD_REQUEST, "missing-header", "Send the header " + name + ".")
                    .error("", "missing-header", "The header " + name + " is required.");
        }
        if (cause instanceof MissingServletRequestParameterException missing) {
            return parameter(missing.getParameterName(), "missing-parameter", "This query parameter is required.");
        }
        if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
            return parameter(mismatch.getName(), "wrong-type", "This value is not of the kind expected here.");
        }
        return byStatus(cause, Objects.requireNonNullElse(HttpStatus.resolve(status.value()), HttpStatus.BAD_REQUEST));
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return JsonProblems.of(json);
            }
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "missing-body", "Send a JSON body.");
    }

    private static Problem invalidFields(BindingResult result) {
        Problem problem = invalid();
        for (ObjectError error : result.getAllErrors()) {
            String pointer = error instanceof FieldError field ? JsonPointers.ofPath(field.getField()) : "";
            problem = problem.error(pointer, code(error), message(error));
        }
        return problem;
    }

    private static Problem invalidParameters(HandlerMethodValidationException invalid) {
        Problem problem = invalid();
        for (var result : invalid.getParameterValidationResults()) {
            String name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                String pointer = error instanceof FieldError field ? JsonPointers.ofPath(field.getField()) : "/" + name;
                problem = problem.error(pointer, code(error), message(error));
            }
        }
        return problem;
    }

    private static Problem invalid() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The request breaks the rules named in errors; nothing was done.");
    }

    private static Problem parameter(String name, String code, String message) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "The parameter " + name + " is missing or wrong.")
                .error("/" + name, code, message);
    }

    /** {@code NotBlank} becomes {@code not-blank}. */
    private static String code(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        String constraint = codes == null || codes.length == 0 ? "Invalid" : codes[codes.length - 1];
        return constraint.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "not accepted");
    }

    private static Problem byStatus(Exception cause, HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Problem.of(status, "not-found", "There is nothing here.");
            case METHOD_NOT_ALLOWED -> methodNotAllowed(cause, status);
            case UNSUPPORTED_MEDIA_TYPE -> unsupportedMediaType(cause, status);
            case NOT_ACCEPTABLE -> notAcceptable(cause, status);
            case CONTENT_TOO_LARGE -> Problem.of(status, "body-too-large", "The body is larger than allowed.");
            case SERVICE_UNAVAILABLE ->
                Problem.of(status, "unavailable", "Not possible just now; try again shortly.")
                        .header("Retry-After", "5");
            default ->
                status.is5xxServerError()
                        ? Problem.of(
                                status,
                                "internal-error",
                                "Something failed on our side; nothing is known to be wrong with the request.")
                        : Problem.of(status, "invalid-request", "The request cannot be understood.");
        };
    }

    private static Problem methodNotAllowed(Exception cause, HttpStatus status) {
        String[] allowed = cause instanceof HttpRequestMethodNotSupportedException unsupported
                ? unsupported.getSupportedMethods()
                : null;
        return Problem.of(
                status,
                "method-not-allowed",
                allowed == null
                        ? "This method does not exist here."
                        : "Allowed here: " + String.join(", ", allowed) + ".");
    }

    private static Problem unsupportedMediaType(Exception cause, HttpStatus status) {
        String supported = cause instanceof HttpMediaTypeNotSupportedException unsupported
                ? unsupported.getSupportedMediaTypes().stream()
                        .filter(MediaType::isConcrete)
                        .map(MediaType::toString)
                        .distinct()
                        .collect(Collectors.joining(", "))
                : "";
        return Problem.of(
                status,
                "unsupported-media-type",
                "Send the body with Content-Type " + (supported.isEmpty() ? "application/json" : supported) + ".");
    }

    private static Problem notAcceptable(Exception cause, HttpStatus status) {
        String offered = cause instanceof HttpMediaTypeNotAcceptableException unacceptable
                ? unacceptable.getSupportedMediaTypes().stream()
                        .filter(MediaType::isConcrete)
                        .map(MediaType::toString)
                        .distinct()
                        .collect(Collectors.joining(", "))
                : "";
        return Problem.of(
                status,
                "not-acceptable",
                "Answers come as " + (offered.isEmpty() ? "application/json" : offered) + ".");
    }
}
