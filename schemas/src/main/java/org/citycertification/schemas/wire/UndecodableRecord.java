package org.citycertification.schemas.wire;

import org.jspecify.annotations.Nullable;

/** The bytes can never be read, however often they are tried: not in wire format, cut short, or of another contract. */
public final class UndecodableRecord extends RuntimeException {
    public UndecodableRecord(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public UndecodableRecord(String message) {
        super(message);
    }
}
