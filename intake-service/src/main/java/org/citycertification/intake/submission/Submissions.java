package org.citycertification.intake.submission;

import java.util.List;
import java.util.Optional;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.submission.domain.CycleId;
import org.citycertification.intake.submission.domain.NewSubmission;
import org.citycertification.intake.submission.domain.Submission;
import org.citycertification.intake.submission.domain.SubmissionId;
import org.jspecify.annotations.Nullable;

/** The submissions received. */
public interface Submissions {
    /** Keeps a new submission; false if the city has an open one in the cycle, after waiting for one being received. */
    boolean add(NewSubmission submission);

    /** The city's open submission of the cycle. */
    Optional<SubmissionId> findOpen(CityId city, CycleId cycle);

    /** The submission with its timeline and decision. */
    Optional<Submission> find(SubmissionId id);

    /** The canonical text of the newest version. */
    Optional<String> findAssessment(SubmissionId id);

    /**
     * Submissions in scope, newest first.
     *
     * @param after the last one already seen, null to begin
     */
    List<SubmissionSummary> newest(@Nullable Place after, int limit);
}
