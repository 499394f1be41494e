package org.citycertification.review.reviewcase.domain;

import java.util.List;

/** Why a command was not carried out. */
public sealed interface Refusal {

    /** There is no such case. */
    record UnknownCase() implements Refusal {}

    /**
     * The person has an interest in the case.
     *
     * @param rule which rule says so, {@code same-city} or {@code submitter}
     */
    record ConflictOfInterest(String rule) implements Refusal {}

    /** The case is closed. */
    record CaseDecided() implements Refusal {}

    /** The command was based on another version of the submission or another round. */
    record Outdated(CaseTag current) implements Refusal {}

    /** The same person has approved in this round, by whatever account. */
    record AlreadyApproved() implements Refusal {}

    /** Findings do not change after their owner has approved. */
    record FindingsAreFixed() implements Refusal {}

    /** The findings break rules. */
    record UnusableFindings(List<Fault> faults) implements Refusal {
        public UnusableFindings {
            faults = List.copyOf(faults);
        }
    }

    /**
     * A text cannot be accepted.
     *
     * @param field which one
     * @param message what is wrong, one English sentence
     */
    record UnusableText(String field, String message) implements Refusal {}
}
