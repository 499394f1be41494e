package org.citycertification.messaging.restore;

/** The database was restored from a backup that is older than what its topics carry. */
public final class DatabaseIsOlder extends RuntimeException {
    DatabaseIsOlder(String whatIsMissing) {
        super(whatIsMissing);
    }
}
