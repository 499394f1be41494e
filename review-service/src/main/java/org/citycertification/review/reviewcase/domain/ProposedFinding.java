package org.citycertification.review.reviewcase.domain;

/** A finding as somebody sent it, not yet checked. */
public record ProposedFinding(CriterionCode criterion, boolean met, String reason) {}
