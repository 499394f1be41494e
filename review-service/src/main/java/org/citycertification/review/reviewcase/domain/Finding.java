package org.citycertification.review.reviewcase.domain;

/** One reviewer's departure from the automatic result of one criterion. */
public record Finding(CriterionCode criterion, boolean met, Reason reason) {}
