package org.citycertification.intake.submission.domain;

/** What a piece of news does to a submission. */
public sealed interface Outcome {
    /** A short name of the outcome, for the record. */
    String label();

    /** The submission moves on. */
    record Moved(SubmissionState to, TimelineEntry entry) implements Outcome {
        @Override
        public String label() {
            return "MOVED_TO_" + to.name();
        }
    }

    /** The news is recorded and changes nothing. */
    record NoEffect(Reason reason) implements Outcome {
        @Override
        public String label() {
            return "NO_EFFECT_" + reason;
        }
    }

    /** Why news changes nothing. */
    enum Reason {
        /** The submission is further than that. */
        TOO_LATE,
        /** It says what is known. */
        KNOWN,
        /** It says something else than the decision that stands; somebody has to look at it. */
        CONTRADICTS_DECISION
    }
}
