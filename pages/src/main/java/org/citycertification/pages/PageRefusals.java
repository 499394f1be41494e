package org.citycertification.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.citycertification.http.problem.Problem;
import org.citycertification.http.problem.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Answers who may not see a page, and forms that did not come from one of ours. */
final class PageRefusals implements AccessDeniedHandler, AuthenticationEntryPoint {

    private final ProblemWriter problems;

    PageRefusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        Problem problem = cause instanceof CsrfException
                ? Problem.of(HttpStatus.FORBIDDEN, "form-outdated", "This form is not of the current session.")
                : Problem.of(HttpStatus.FORBIDDEN, "forbidden", "The roles of this account do not allow this page.");
        problems.write(request, response, problem);
    }

    /** Where nobody can sign in, a page that is not for everybody does not exist. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        problems.write(request, response, Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing here."));
    }
}
