package org.citycertification.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.citycertification.http.problem.Problem;
import org.citycertification.http.problem.Refusable;
import org.citycertification.http.problem.Refused;
import org.citycertification.pages.PagePaths;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** What was thrown while a page was made becomes an error page; what the API throws is left to others. */
final class PageExceptions implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(PageExceptions.class);

    private final List<PassingFailures> passing;

    PageExceptions(List<PassingFailures> passing) {
        this.passing = passing;
    }

    /** Recognises failures that pass by themselves, such as a database that is away. */
    @FunctionalInterface
    interface PassingFailures {
        boolean includes(Exception thrown);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (!PagePaths.isPage(request)
                || thrown instanceof AccessDeniedException
                || thrown instanceof AuthenticationException) {
            return null;
        }
        Problem problem = problemOf(thrown);
        problem.headers().forEach(response::setHeader);
        return new ModelAndView(ErrorPages.VIEW, Map.of("error", ErrorText.of(problem)), problem.status());
    }

    private Problem problemOf(Exception thrown) {
        if (thrown instanceof Refused refused) {
            return refused.problem();
        }
        Refusable refusable = Refusable.in(thrown);
        if (refusable != null) {
            return refusable.problem();
        }
        if (thrown instanceof InvalidParameterException form) {
            // The container reads a form by itself, and knows what was wrong with it, such as its size.
            HttpStatus status = HttpStatus.resolve(form.getErrorCode());
            return Problem.of(
                    Objects.requireNonNullElse(status, HttpStatus.BAD_REQUEST), "invalid-request", "Refused.");
        }
        if (thrown instanceof MethodArgumentTypeMismatchException) {
            // An address with something in it that is no id leads nowhere.
            return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing here.");
        }
        if (thrown instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
            return Problem.of(
                    Objects.requireNonNullElse(status, HttpStatus.BAD_REQUEST), "invalid-request", "Refused.");
        }
        if (passing.stream().anyMatch(failures -> failures.includes(thrown))) {
            log.warn("A page could not be made for now", thrown);
            return Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not possible just now; try again shortly.")
                    .header("Retry-After", "5");
        }
        return unexpected(thrown);
    }

    private static Problem unexpected(Exception thrown) {
        String traceId = Objects.requireNonNullElseGet(
                MDC.get("traceId"), () -> UUID.randomUUID().toString().replace("-", ""));
        log.error("A page failed unexpectedly, trace id {}", traceId, thrown);
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something failed on our side.")
                .fact("traceId", traceId);
    }
}
