package org.citycertification.scoring.edition;

/** Another writer has opened the log in the meantime; what this one wanted to write may be there or not. */
public final class EditionLogTaken extends RuntimeException {

    public EditionLogTaken(Throwable cause) {
        super("another writer has opened the log of editions", cause);
    }
}
