package org.citycertification.journeys;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CaseOpened;
import org.citycertification.schemas.scoring.v1.NotScored;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;

/** Events that the owners of their topics might have written, and after which nothing more happens to anybody. */
final class ForgedEvents {
    private ForgedEvents() {}

    /** The same once more under another name. */
    static SubmissionEvent another(SubmissionEvent submission, UUID name) {
        return SubmissionEvent.newBuilder(submission)
                .setEventId(UUID.randomUUID())
                .setSubmissionId(name)
                .build();
    }

    static ScorecardEvent notScored(UUID submission, long version) {
        return ScorecardEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(now())
                .setSubmissionId(submission)
                .setVersion(version)
                .setNotScored(new NotScored("forged"))
                .build();
    }

    /** A case of a submission that has its own; intake goes by the submission, which it must know. */
    static CaseEvent opened(UUID caseId, long version, SubmissionEvent submission) {
        var opened = CaseOpened.newBuilder()
                .setSubmissionId(submission.getSubmissionId())
                .setSubmissionVersion(submission.getVersion())
                .setCityId(submission.getReceived().getCityId())
                .setMet(0)
                .setOutOf(43)
                .build();
        return CaseEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(now())
                .setCaseId(caseId)
                .setVersion(version)
                .setOpened(opened)
                .build();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
