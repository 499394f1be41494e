package org.citycertification.scoring.edition.messaging;

import org.citycertification.scoring.edition.EditionConflict;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the service does not start, instead of a stack trace. */
final class EditionConflictAnalysis extends AbstractFailureAnalyzer<EditionConflict> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EditionConflict cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
