package org.citycertification.http.limits;

import java.io.IOException;
import org.citycertification.http.problem.Problem;
import org.citycertification.http.problem.Refusable;
import org.springframework.http.HttpStatus;

/** More bytes came than are accepted. */
final class BodyTooLarge extends IOException implements Refusable {

    private static final long serialVersionUID = 1L;

    private final long limit;

    BodyTooLarge(long limit) {
        super("The body is larger than " + limit + " bytes");
        this.limit = limit;
    }

    @Override
    public Problem problem() {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The body is larger than the %d bytes accepted here.".formatted(limit))
                .fact("limitBytes", limit);
    }
}
