package org.citycertification.review.reviewcase.domain;

import java.util.List;

/** Why a command was not carried out. */
public sealed interface Refusal {

    /** Calls the method for this refusal; whoever answers refusals answers each of them. */
    <R> R answeredBy(Answers<R> answers);

    /** One answer for each refusal. */
    interface Answers<R> {
        R unknownCase();

        R conflictOfInterest(ConflictOfInterest refusal);

        R caseDecided();

        R outdated(Outdated refusal);

        R alreadyApproved();

        R findingsAreFixed();

        R unusableFindings(UnusableFindings refusal);

        R unusableText(UnusableText refusal);
    }

    /** There is no such case. */
    record UnknownCase() implements Refusal {
        @Override
        public <R> R answeredBy(Answers<R> answers) {
            return answers.unknownCase();
        }
    }

    /**
     * The person has an interest in the case.
     *
     * @param rule which rule says so, {@code same-city} or {@code submitter}
     */
    record ConflictOfInterest(String rule) implements Refusal {
        @Override
        public <R> R answeredBy(Answers<R> answers) {
            return answers.conflictOfInterest(this);
        }
    }

    /** The case is closed. */
    record CaseDecided() implements Refusal {
        @Override
        public <R> R answeredBy(Answers<R> answers) {
            return answers.caseDecided();
        }
    }

    /** The command was based on another version of the submission or another round. */
    record Outdated(CaseTag current) implements Refusal {
        @Override
        public <R> R answeredBy(Answers<R> answers) {
            return answers.outdated(this);
        }
    }

    /** The same person has approved in this round, by whatever account. */
    record AlreadyApproved() implements Refusal {
        @Override
        public <R> R answeredBy(Answers<R> answers) {
            return answers.alreadyApproved();
        }
    }

    /** Findings do not change after their owner has approved. */
    record FindingsAreFixed() implements Refusal {
        @Override
        public <R> R answeredBy(Answers<R> answers) {
            return answers.findingsAreFixed();
        }
    }

    /** The findings break rules. */
    record UnusableFindings(List<Fault> faults) implements Refusal {
        public UnusableFindings {
            faults = List.copyOf(faults);
        }

        @Override
        public <R> R answeredBy(Answers<R> answers) {
            return answers.unusableFindings(this);
        }
    }

    /**
     * A text cannot be accepted.
     *
     * @param field which one
     * @param message what is wrong, one English sentence
     */
    record UnusableText(String field, String message) implements Refusal {
        @Override
        public <R> R answeredBy(Answers<R> answers) {
            return answers.unusableText(this);
        }
    }
}
