package org.citycertification.pages.frame;

import java.util.Set;
import org.citycertification.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What an error page says.
 *
 * @param status of the answer
 * @param message its texts are {@code error.<message>.title} and {@code error.<message>.text}
 * @param traceId what to name in a report, {@code null} if nothing was logged
 */
public record ErrorText(
        int status, String message, @Nullable String traceId) {

    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 413, 500, 503);

    static ErrorText of(Problem problem) {
        int status = problem.status().value();
        String message = problem.type().equals("form-outdated")
                ? "form"
                : WORDED.contains(status) ? Integer.toString(status) : status < 500 ? "400" : "500";
        return new ErrorText(status, message, problem.facts().get("traceId") instanceof String id ? id : null);
    }

    /** Whether it is known that sessions can be read, so that the frame may show who has signed in. */
    public boolean ours() {
        return status >= 500;
    }
}
