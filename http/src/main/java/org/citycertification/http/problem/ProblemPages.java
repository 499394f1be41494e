package org.citycertification.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows a problem to a person with a browser, where a request was for a page. */
@FunctionalInterface
public interface ProblemPages {

    /**
     * Writes the whole answer, its status included.
     *
     * @return false if the request was not for a page; then nothing was written
     */
    boolean show(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException;
}
