package org.citycertification.http.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the container refused or what escaped MVC, in the same form as everything else. */
@Controller
class ProblemErrorController implements ErrorController {

    private final ProblemWriter problems;

    ProblemErrorController(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, problemOf(request));
    }

    private static Problem problemOf(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Throwable cause) {
            Refusable refusable = Refusable.in(cause);
            return refusable == null ? ApiProblems.unexpected(cause) : refusable.problem();
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        HttpStatus known = Objects.requireNonNullElse(status, HttpStatus.INTERNAL_SERVER_ERROR);
        HttpStatus error = known.isError() ? known : HttpStatus.NOT_FOUND;
        return RequestProblems.of(new ErrorResponseException(error), error);
    }
}
