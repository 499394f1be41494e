package org.citycertification.scoring.run;

/** A command cannot go on; the message says why and what to do, and is all that the operator sees. */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunFailure(String message) {
        super(message);
    }

    public RunFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
