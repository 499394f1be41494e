package org.citycertification.http.bearer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.citycertification.http.problem.Problem;
import org.citycertification.http.problem.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers requests without a good token or without a right, as problems and with what RFC 6750 asks for. */
final class BearerRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(BearerRefusals.class);

    private final ProblemWriter problems;

    BearerRefusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        problems.write(request, response, problemOf(cause));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        var principal = request.getUserPrincipal();
        log.info("Denied {} to {}", request.getMethod(), principal == null ? "nobody" : printable(principal.getName()));
        problems.write(
                request,
                response,
                Problem.of(HttpStatus.FORBIDDEN, "forbidden", "The roles of this account do not allow this request.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\""));
    }

    private static Problem problemOf(AuthenticationException cause) {
        if (cause instanceof IssuerUnavailable) {
            log.warn(
                    "A token could not be judged: {}",
                    printable(NestedExceptionUtils.getMostSpecificCause(cause).toString()));
            return Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "identity-unavailable",
                            "The identity provider does not answer, so the token cannot be judged. Try again shortly.")
                    .header(HttpHeaders.RETRY_AFTER, "5");
        }
        if (cause instanceof OAuth2AuthenticationException) {
            log.info("Refused a token: {}", printable(String.valueOf(cause.getMessage())));
            return Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "invalid-token",
                            "The bearer token is not accepted: not signed by the issuer, expired, or meant for another audience. Get a new one.")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        return Problem.of(
                        HttpStatus.UNAUTHORIZED, "unauthenticated", "Send a bearer token in the header Authorization.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    /** Keeps what came from outside on one log line of bounded length. */
    private static String printable(String text) {
        String clean = text.replaceAll("[^\\p{Print}]", "?");
        return clean.length() > 200 ? clean.substring(0, 200) : clean;
    }
}
