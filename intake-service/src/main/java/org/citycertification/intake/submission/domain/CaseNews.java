package org.citycertification.intake.submission.domain;

import java.time.Instant;
import java.util.UUID;
import org.citycertification.intake.city.domain.CityId;

/** What the review of a submission lets its city know. */
public sealed interface CaseNews {
    /** Name of the event that brought it. */
    UUID eventId();

    /** The case. */
    UUID caseId();

    /** The submission that the case is about. */
    SubmissionId submission();

    /** The city that the submission is of. */
    CityId city();

    /** When it happened. */
    Instant at();

    /** What it does to a submission in this state. */
    Outcome meets(SubmissionState state);

    /** People can now review the submission; the tally is the automatic one. */
    record Opened(UUID eventId, UUID caseId, SubmissionId submission, CityId city, Instant at, Tally automatic)
            implements CaseNews {
        @Override
        public Outcome meets(SubmissionState state) {
            return state.on(this);
        }
    }

    /** The decision is final and the city may know it. */
    record Released(UUID eventId, UUID caseId, SubmissionId submission, CityId city, Instant at, Decision decision)
            implements CaseNews {
        @Override
        public Outcome meets(SubmissionState state) {
            return state.on(this);
        }
    }
}
