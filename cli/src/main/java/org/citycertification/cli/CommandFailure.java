package org.citycertification.cli;

/** The command cannot go on; the message is all that its user sees. */
public final class CommandFailure extends RuntimeException {
    private final int exitCode;

    /** @param exitCode one of {@link Exit} */
    public CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
