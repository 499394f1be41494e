package org.citycertification.messaging.restore;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is missing and what to do about it, without a stack. */
final class DatabaseIsOlderAnalysis extends AbstractFailureAnalyzer<DatabaseIsOlder> {
    private static final String ACTION =
            "Restore a later backup, or recover the database to a later moment; docs/operations.md, \"Backup and restore\","
                    + " says how. Nothing was written. Do not start the service without --after-restore instead: it would"
                    + " publish other events under these versions, and every reader would drop them.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseIsOlder cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), ACTION, cause);
    }
}
