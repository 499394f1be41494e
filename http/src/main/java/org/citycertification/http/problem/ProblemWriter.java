package org.citycertification.http.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is in sight: from filters, the security chain and the container's error dispatch. */
public final class ProblemWriter {

    private final JsonMapper json;
    private final ObjectProvider<ProblemPages> pages;

    ProblemWriter(JsonMapper json, ObjectProvider<ProblemPages> pages) {
        this.json = json;
        this.pages = pages;
    }

    /** Writes {@code problem} unless the response is already on its way. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        ProblemPages page = pages.getIfAvailable();
        if (page != null && page.show(request, response, problem)) {
            return;
        }
        response.setStatus(problem.status().value());
        response.setContentType(ProblemDocument.MEDIA_TYPE.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(response::setHeader);
        byte[] body = json.writeValueAsBytes(ProblemDocument.of(problem, instance(request)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String instance(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }
}
