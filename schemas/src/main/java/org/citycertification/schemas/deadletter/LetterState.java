package org.citycertification.schemas.deadletter;

/** What has become of a dead letter. */
public enum LetterState {
    /** Nothing was done about it, or nothing that had an effect. */
    OPEN,
    /** A resolution was written; the service has not answered yet. */
    PENDING,
    /** Its record was applied, or waits for nothing but its turn. */
    REDRIVEN,
    /** Its service goes on without it. */
    DISCARDED,
    /** A redrive failed; another letter of the same record tells why. */
    FAILED_AGAIN;

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return this == OPEN || this == PENDING;
    }
}
