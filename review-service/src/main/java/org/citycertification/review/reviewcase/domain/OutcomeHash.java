package org.citycertification.review.reviewcase.domain;

/** Gives an outcome a short name that everybody can compare: equal for equal results of the same version, else different. */
@FunctionalInterface
public interface OutcomeHash {

    String of(Scorecard scorecard, ValidatedResults results);
}
