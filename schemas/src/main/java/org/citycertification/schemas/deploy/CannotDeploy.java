package org.citycertification.schemas.deploy;

/** Why the deploy step ends, in one line that tells whoever runs it what to do; a stack trace would add nothing. */
final class CannotDeploy extends IllegalStateException {
    CannotDeploy(String message) {
        super(message);
    }

    /** @param message may hold what somebody else says, in several lines */
    CannotDeploy(String message, Throwable cause) {
        super(message.replaceAll("\\s*\\R\\s*", " "), cause);
    }
}
