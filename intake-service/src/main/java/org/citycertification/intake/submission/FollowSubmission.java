package org.citycertification.intake.submission;

import java.util.List;
import java.util.Optional;
import org.citycertification.intake.access.RowScope;
import org.citycertification.intake.submission.domain.Submission;
import org.citycertification.intake.submission.domain.SubmissionId;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Somebody looks how submissions are getting on; cities see their own, whatever they ask for. */
public class FollowSubmission {
    private final Submissions submissions;
    private final RowScope scope;

    public FollowSubmission(Submissions submissions, RowScope scope) {
        this.submissions = submissions;
        this.scope = scope;
    }

    /** The submission, if the reader may see it. */
    @Transactional(readOnly = true)
    public Optional<Submission> find(Reader reader, SubmissionId id) {
        reader.narrow(scope);
        return submissions.find(id);
    }

    /** The canonical text that its content hash is taken of. */
    @Transactional(readOnly = true)
    public Optional<String> findAssessment(Reader reader, SubmissionId id) {
        reader.narrow(scope);
        return submissions.findAssessment(id);
    }

    /** Submissions that the reader may see, newest first. */
    @Transactional(readOnly = true)
    public List<SubmissionSummary> newest(Reader reader, @Nullable Place after, int limit) {
        reader.narrow(scope);
        return submissions.newest(after, limit);
    }
}
