package org.citycertification.intake.submission;

import org.citycertification.intake.submission.domain.CaseNews;

/**
 * News of a submission that intake never received, or received for another city. Intake is where every submission begins, so
 * this is no question of order: the database is not the one that the topics belong to. The news is put aside for an operator.
 */
public final class UnknownSubmission extends RuntimeException {
    UnknownSubmission(CaseNews news) {
        super("Case " + news.caseId() + " is about submission " + news.submission() + " of city " + news.city()
                + ", which intake does not have; was an older database restored?");
    }
}
