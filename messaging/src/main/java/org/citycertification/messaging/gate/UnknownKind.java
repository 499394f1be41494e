package org.citycertification.messaging.gate;

/**
 * The event tells of a kind of change that this build does not know. Its aggregate waits: the record is kept and applied
 * after the upgrade.
 */
public final class UnknownKind extends RuntimeException {
    public UnknownKind(String message) {
        super(message);
    }
}
