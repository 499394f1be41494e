package org.citycertification.platform;

import org.jspecify.annotations.Nullable;

/** Something the platform needs is missing, taken or broken; the message is one line for the person who started it. */
public final class PlatformException extends RuntimeException {

    PlatformException(String message) {
        this(message, null);
    }

    PlatformException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
