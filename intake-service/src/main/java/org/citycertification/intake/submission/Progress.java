package org.citycertification.intake.submission;

import java.util.Optional;
import org.citycertification.intake.submission.domain.CaseNews;
import org.citycertification.intake.submission.domain.Outcome;
import org.citycertification.intake.submission.domain.SubmissionId;

/** Where submissions stand, and the news that moved them. */
public interface Progress {
    /** The submission, which is this transaction's alone to move on. */
    Optional<Standing> lock(SubmissionId id);

    /** Keeps the news and what it did; with {@link Outcome.Moved} the submission moves and its timeline grows. */
    void record(Standing standing, CaseNews news, Outcome outcome);
}
