package org.citycertification.http.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.citycertification.http.problem.Problem;
import org.citycertification.http.problem.ProblemWriter;
import org.citycertification.http.problem.Refusable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that says it is too large before reading it, and one that does not say so while reading it. */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final long limit;
    private final ProblemWriter problems;

    BodyLimitFilter(long limit, ProblemWriter problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            problems.write(request, response, new BodyTooLarge(limit).problem());
            return;
        }
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
            problems.write(request, response, encoded());
            return;
        }
        try {
            chain.doFilter(new LimitedRequest(request, limit), response);
        } catch (IOException | ServletException | RuntimeException escaped) {
            Refusable refusable = Refusable.in(escaped);
            if (refusable == null) {
                throw escaped;
            }
            problems.write(request, response, refusable.problem());
        }
    }

    private static Problem encoded() {
        return Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-content-encoding",
                        "Send the body as it is, without Content-Encoding.")
                .header("Accept-Encoding", "identity");
    }
}
