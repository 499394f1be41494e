package org.citycertification.schemas.wire;

/** The registry gave no usable answer; the same call may succeed later. */
public final class RegistryUnavailable extends RuntimeException {
    public RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
