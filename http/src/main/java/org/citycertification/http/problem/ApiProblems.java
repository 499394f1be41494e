package org.citycertification.http.problem;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where what was thrown on the way through MVC becomes a problem document. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<Problem> on(Refused refused) {
        return refused.problem().response();
    }

    /** Security answers these itself, so they travel on. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    ResponseEntity<Problem> pass(RuntimeException security) {
        throw security;
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(Exception unexpected) {
        Refusable refusable = Refusable.in(unexpected);
        if (refusable != null) {
            return refusable.problem().response();
        }
        return unexpected(unexpected).response();
    }

    /** Logs {@code cause} under the id that the caller is given, and tells the caller nothing else. */
    static Problem unexpected(Throwable cause) {
        String traceId = Objects.requireNonNullElseGet(
                MDC.get("traceId"), () -> UUID.randomUUID().toString().replace("-", ""));
        log.error("A request failed unexpectedly, trace id {}", traceId, cause);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Something failed on our side. Name the trace id when you report it.")
                .fact("traceId", traceId);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Refusable refusable = Refusable.in(cause);
        Problem problem = refusable != null
                ? refusable.problem()
                : status.value() == 500 ? unexpected(cause) : RequestProblems.of(cause, status);
        var response = ResponseEntity.status(problem.status()).headers(headers).contentType(ProblemDocument.MEDIA_TYPE);
        problem.headers().forEach(response::header);
        return response.body(problem);
    }
}
