package org.citycertification.intake.edition;

/** Whether an edition exists cannot be said at the moment; try again. */
public final class EditionsUnavailable extends RuntimeException {
    public EditionsUnavailable(String message) {
        super(message);
    }
}
