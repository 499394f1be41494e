package org.citycertification.scoring.scorecard.messaging;

import org.jspecify.annotations.Nullable;

/** A record that can never be scored, however often it is tried; the message is the reason on the dead letter. */
final class BrokenRecord extends RuntimeException {

    BrokenRecord(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    BrokenRecord(String reason) {
        this(reason, null);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
